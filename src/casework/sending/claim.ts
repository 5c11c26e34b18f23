import type { Message } from '../../../prisma/generated/client.ts'
import { unreachable } from '../../domain/follow-up/words.ts'
import { isWaiting } from '../../domain/texting/delivery.ts'
import { askGate, type Verdict, type WaitReason } from '../../domain/texting/gate.ts'
import { json } from '../columns.ts'
import type { TextOfItem } from '../message-store.ts'
import { placesOfNumbers } from '../number-zones.ts'
import { record, type Desk } from '../record.ts'
import type { Sending } from './deps.ts'
import { textToJudge } from './gate-facts.ts'
import { gateQuestion } from './gate-question.ts'
import { endOfGoneLine } from './line-gone.ts'
import { takeTurn } from './pace.ts'
import { isStopped } from './stops.ts'

/** A text that may leave now, and that no other process will send. */
export type Claimed = TextOfItem & {
  readonly sender: string
  readonly validitySeconds: number
  /** as the row has it */
  readonly claimedAt: Date
  /** when the claim was written, at the end of the time for which it may have waited for the contact's lock */
  readonly madeAt: Date
}

/** A place in the sender's row that was not used by then is given up, so that what waited while nobody worked leaves in turn too. */
const TURN_LASTS_MS = 10_000
const BUSY: WaitReason = 'sender-busy'

/** What a claim makes of a text, which may have been tried before. */
const CLAIMED = { state: 'sending', sid: null, sentAt: null, settledAt: null, errorCode: null, refusal: null }

/** Asks whether a text may leave now. @returns null when it may not, or need not any more; the row says why. */
export async function claim(deps: Sending, messageId: string): Promise<Claimed | null> {
  const placeOf = await placesOfNumbers()
  let claimed: Claimed | null = null
  const incident = { receipt: null, at: deps.clock.now(), contact: { text: messageId } }
  await record(deps, incident, async (desk) => {
    const { tx, at, contact } = desk
    if (!contact) return null
    const { facts, stopped, ...text } = await textToJudge(tx, messageId, at)
    const { message, item } = text
    if (!mayBeDue(message, at)) {
      await comeBackInTime(deps, desk, message)
      return null
    }
    const inUse = deps.practices.lineInUse(message.lineId)
    if (!inUse) {
      await endOfGoneLine(deps, desk, text)
      return null
    }
    const sender = inUse.line.phone
    const held = stopped.some((one) => one === null || one === sender)
    if (held && (await isStopped(tx, sender))) {
      await waitForResume(desk, text)
      return null
    }
    const policy = deps.practices.policy(message.clinicId)
    const about = { message, item, policy, contact, at, ...placeOf(message.phone) }
    const verdict = askGate(await gateQuestion(tx, about, facts))
    const leaves = await writeVerdict(deps, desk, text, verdict)
    if (leaves && verdict.type === 'go') {
      claimed = {
        message: { ...message, ...CLAIMED },
        item,
        sender,
        validitySeconds: verdict.validitySeconds,
        claimedAt: at,
        madeAt: deps.clock.now(),
      }
    }
    return null
  })
  return claimed
}

function mayBeDue({ state, notBefore }: Message, at: Date): boolean {
  return isWaiting(state) && (notBefore === null || notBefore <= at)
}

/** Clocks of processes and of the database differ by less; what comes earlier still is found by the tick when its time has come. */
const CLOCKS_DIFFER_MS = 10_000

/**
 * The queue runs on the database's clock. Where that is ahead of ours, a text comes before its time: then it comes again, later by as much,
 * rather than with the next tick.
 */
async function comeBackInTime(deps: Sending, { tx, at }: Desk, message: Message): Promise<void> {
  const { id, state, notBefore } = message
  if (!isWaiting(state) || notBefore === null) return
  const early = notBefore.getTime() - at.getTime()
  if (early < CLOCKS_DIFFER_MS)
    await deps.jobs.enqueue(tx, 'send-text', id, new Date(notBefore.getTime() + early))
}

/**
 * Claims a text that may leave, when it is its turn at its sender; otherwise it waits for it, and comes back then to ask the gate again.
 * @returns whether it is claimed.
 */
async function claimInTurn(deps: Sending, desk: Desk, message: Message, verdict: Verdict): Promise<boolean> {
  const { tx, at } = desk
  const { id } = message
  const proof = json(withEarlier(message, verdict))
  const change = { ...CLAIMED, verdict: proof, claimedAt: at, claimedBy: deps.process }
  const had = message.refusal === BUSY ? (message.notBefore?.getTime() ?? 0) : 0
  if (had > at.getTime() - TURN_LASTS_MS) {
    await desk.changeText(id, change)
    return true
  }
  const { line, policy } = deps.practices.line(message.lineId)
  const { phone } = line
  // Not as it was when this began: what waited for the lock meanwhile would find that others are before it.
  const now = deps.clock.now()
  const turn = await takeTurn(tx, { phone, perSecond: policy.texting.perSecond }, now, { id, change })
  if (turn === null) return true
  await desk.changeText(id, { state: 'held', refusal: BUSY, notBefore: turn })
  await deps.jobs.enqueue(tx, 'send-text', id, turn)
  return false
}

async function waitForResume(desk: Desk, { message, item }: TextOfItem): Promise<void> {
  const { id } = message
  const why = 'sending-stopped'
  const change = { state: 'held', refusal: why, notBefore: null }
  const news = item && message.refusal !== why
  if (news)
    await desk.apply(
      item,
      { type: 'text-held', at: desk.at, messageId: id, until: null, why },
      { id, change },
    )
  else await desk.changeText(id, change)
}

/** @returns whether the text leaves now. */
async function writeVerdict(
  deps: Sending,
  desk: Desk,
  { message, item }: TextOfItem,
  verdict: Verdict,
): Promise<boolean> {
  const { at } = desk
  const { id } = message
  const about = { at, messageId: id }
  const proof = { verdict: json(withEarlier(message, verdict)) }
  switch (verdict.type) {
    case 'go':
      return claimInTurn(deps, desk, message, verdict)
    case 'hold': {
      const { until, why } = verdict
      const change = { ...proof, state: 'held', notBefore: until, refusal: why }
      // The same reason again is no news.
      if (item && message.refusal !== why)
        await desk.apply(item, { type: 'text-held', ...about, until, why }, { id, change })
      else await desk.changeText(id, change)
      return false
    }
    case 'refuse': {
      const { why } = verdict
      await desk.changeText(id, { ...proof, state: 'refused', refusal: why, settledAt: at })
      if (!item) return false
      // It left once and did not arrive, and now no further try is left.
      const lost = message.leftAt.length > 0 && why !== 'no-longer-wanted'
      const told = lost
        ? await desk.apply(item, { type: 'text-undelivered', ...about, code: message.errorCode })
        : item
      await desk.apply(told, { type: 'text-refused', ...about, why })
      return false
    }
    default:
      return unreachable(verdict)
  }
}

/**
 * The verdicts by which a text left before stay on record beside the new one, each with the carrier's id of its try. A try that the carrier
 * never took has none.
 */
function withEarlier(message: Message, verdict: Verdict): Verdict & { readonly earlier?: LeftBy[] } {
  if (message.leftAt.length === 0) return verdict
  const { earlier = [], ...last } = message.verdict as unknown as Verdict & { earlier?: LeftBy[] }
  return {
    ...verdict,
    earlier:
      message.sid !== null && last.type === 'go' ? [...earlier, { ...last, sid: message.sid }] : earlier,
  }
}

/** A verdict by which a text left, and what the carrier calls that try. */
type LeftBy = Verdict & { readonly sid: string }
