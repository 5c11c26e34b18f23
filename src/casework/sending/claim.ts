import type { Message } from '../../../prisma/generated/client.ts'
import type { FollowUp } from '../../domain/follow-up/item.ts'
import { unreachable } from '../../domain/follow-up/words.ts'
import { isWaiting } from '../../domain/texting/delivery.ts'
import { askGate, type Verdict } from '../../domain/texting/gate.ts'
import { inTransaction, type Tx } from '../../platform/db.ts'
import { stateOfNumber, zonesOfNumber } from '../number-zones.ts'
import { record, type Desk } from '../record.ts'
import type { Sending } from './deps.ts'
import { gateQuestion } from './gate-question.ts'
import { takeTurn } from './pace.ts'
import { isStopped } from './stops.ts'

/** A text that may leave now, and that no other process will send. */
export type Claimed = {
  /** how many tries came before */
  readonly attempt: number
  readonly sender: string
  readonly phone: string
  readonly body: string
  readonly validitySeconds: number
}

/** A place in the sender's row that was not used by then is given up, so that what waited while nobody worked leaves in turn too. */
const TURN_LASTS_MS = 10_000

/** Asks whether a text may leave now. @returns null when it may not, or need not any more; the row says why. */
export async function claim(deps: Sending, messageId: string): Promise<Claimed | null> {
  const found = await deps.db.message.findUnique({ where: { id: messageId } })
  if (!found?.contactId || !mayBeDue(found, deps.clock.now())) return null
  const { line, policy } = deps.practices.line(found.lineId)
  const sender = line.phone
  // The turn comes before the gate, so that the gate's word is fresh when the text leaves.
  if (!(await hasTurn(deps, found, sender, policy.texting.perSecond))) return null
  const [zones, state] = await Promise.all([zonesOfNumber(found.phone), stateOfNumber(found.phone)])
  let claimed: Claimed | null = null
  const incident = { receipt: null, at: deps.clock.now(), contact: { id: found.contactId } }
  await record(deps, incident, async (desk) => {
    const { tx, at, contact } = desk
    const message = await tx.message.findUniqueOrThrow({ where: { id: messageId } })
    if (!contact || !mayBeDue(message, at)) return null
    const item = await desk.item(message.followUpId)
    if (await isStopped(tx, sender)) {
      await waitForResume(desk, message, item)
      return null
    }
    const rules = deps.practices.policy(message.clinicId)
    const verdict = askGate(
      await gateQuestion(tx, { message, item, policy: rules, contact, at, zones, state }),
    )
    await writeVerdict(deps, desk, message, item, verdict)
    if (verdict.type === 'go') {
      const { phone, body, tries: attempt } = message
      claimed = { attempt, sender, phone, body, validitySeconds: verdict.validitySeconds }
    }
    return null
  })
  return claimed
}

function mayBeDue({ state, notBefore }: Message, at: Date): boolean {
  return isWaiting(state) && (notBefore === null || notBefore <= at)
}

/** Whether it is this text's turn at its sender; otherwise it waits for it, and comes back then. */
async function hasTurn(deps: Sending, message: Message, sender: string, perSecond: number): Promise<boolean> {
  const at = deps.clock.now()
  const had = message.refusal === 'sender-busy' ? (message.notBefore?.getTime() ?? 0) : 0
  if (had > at.getTime() - TURN_LASTS_MS) return true
  // What must wait for other reasons takes nobody's turn.
  if (await isStopped(deps.db, sender)) return true
  const turn = await takeTurn(deps.db, sender, at, perSecond)
  if (turn <= at) return true
  await inTransaction(deps.db, async (tx) => {
    const { count } = await tx.message.updateMany({
      where: { id: message.id, state: message.state, tries: message.tries, notBefore: message.notBefore },
      data: { state: 'held', refusal: 'sender-busy', notBefore: turn },
    })
    if (count > 0) await deps.jobs.enqueue(tx, 'send-text', message.id, turn)
  })
  return false
}

async function waitForResume(desk: Desk, message: Message, item: FollowUp | null): Promise<void> {
  const why = 'sending-stopped'
  await desk.tx.message.update({
    where: { id: message.id },
    data: { state: 'held', refusal: why, notBefore: null },
  })
  if (item && message.refusal !== why)
    await desk.apply(item, { type: 'text-held', at: desk.at, messageId: message.id, until: null, why })
}

async function writeVerdict(
  deps: Sending,
  desk: Desk,
  message: Message,
  item: FollowUp | null,
  verdict: Verdict,
): Promise<void> {
  const { at } = desk
  const about = { at, messageId: message.id }
  const change = (data: Parameters<Tx['message']['update']>[0]['data']) =>
    desk.tx.message.update({
      where: { id: message.id },
      data: { ...data, verdict: withEarlier(message, verdict) },
    })
  switch (verdict.type) {
    case 'go': {
      const claimedBy = deps.process
      const afresh = { sid: null, sentAt: null, settledAt: null, errorCode: null, refusal: null }
      await change({ ...afresh, state: 'sending', claimedAt: at, claimedBy })
      return
    }
    case 'hold':
      await change({ state: 'held', notBefore: verdict.until, refusal: verdict.why })
      // The same reason again is no news.
      if (item && message.refusal !== verdict.why)
        await desk.apply(item, { type: 'text-held', ...about, until: verdict.until, why: verdict.why })
      return
    case 'refuse': {
      await change({ state: 'refused', refusal: verdict.why, settledAt: at })
      if (!item) return
      // It left once and did not arrive, and now no further try is left.
      const lost = message.leftAt.length > 0 && verdict.why !== 'no-longer-wanted'
      const told = lost
        ? await desk.apply(item, { type: 'text-undelivered', ...about, code: message.errorCode })
        : item
      await desk.apply(told, { type: 'text-refused', ...about, why: verdict.why })
      return
    }
    default:
      unreachable(verdict)
  }
}

/** The verdicts by which a text left before stay on record beside the new one. */
function withEarlier(message: Message, verdict: Verdict): Verdict & { readonly earlier?: Verdict[] } {
  if (message.leftAt.length === 0) return verdict
  const { earlier = [], ...last } = message.verdict as unknown as Verdict & { earlier?: Verdict[] }
  return { ...verdict, earlier: last.type === 'go' ? [...earlier, last] : earlier }
}
