import type { StaffAlert } from '../../../prisma/generated/client.ts'
import { alertText } from '../../domain/alerting/words.ts'
import type { PageLanguage } from '../../domain/follow-up/words.ts'
import type { AlertMeans, Policy } from '../../domain/policy/policy.ts'
import { RETRIED } from '../../platform/carrier/carrier.ts'
import type { Casework } from '../casework.ts'
import type { Sending } from '../sending/deps.ts'
import { recordAlertAnswer } from './answer.ts'
import { wayFailed } from './failure.ts'
import { onAlert, type AlertOfItem } from './on-alert.ts'
import { changeWay, lockPhone, wayOf } from './store.ts'
import type { Desk } from '../record.ts'

/** The carrier gives the text up after so long: by then the next contacts were alerted. */
const VALIDITY_SECONDS = 1_800
/** How long a phone rings. A mailbox usually takes the call before. */
const RING_SECONDS = 40

/** One way of an alert that leaves now, and that no other process will send. */
type Claimed = {
  readonly alert: StaffAlert
  readonly number: number
  readonly policy: Policy
  readonly from: string
  /** counted from 1 */
  readonly attempt: number
}

/**
 * Calls or texts somebody on call. As with texts to patients it is claimed, then handed to the carrier with no transaction open, then the
 * answer is recorded; safe to call twice, also at the same time. Neither consent nor calling hours are asked: it goes to staff whom the
 * practice itself named for it, in fixed words. Nor do faults of the account hold it back, which stop texts to patients: each alert tries.
 */
export async function sendAlert(deps: Sending, id: string, means: AlertMeans): Promise<void> {
  const claimed = await claim(deps, id, means)
  if (!claimed) return
  const { alert, number, policy, from, attempt } = claimed
  const at = (path: string): string =>
    `${deps.publicUrl}/webhooks/alert/${path}?alert=${alert.id}&attempt=${String(attempt)}${RETRIED}`
  const { phone: to, code, urgent } = alert
  const answer =
    means === 'call'
      ? await deps.carrier.placeCall({
          ...{ to, from, url: at('call'), statusCallback: at('call-status'), ringSeconds: RING_SECONDS },
        })
      : await deps.carrier.sendText({
          ...{ to, from, statusCallback: at('text-status'), validitySeconds: VALIDITY_SECONDS },
          body: alertText(alert.language as PageLanguage, { practice: policy.name, number, code, urgent }),
        })
  await recordAlertAnswer(deps, { id, means, attempt }, answer)
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Clocks of processes and of the database differ by less. */
const CLOCKS_DIFFER_MS = 10_000

/** @returns null when it is not to leave now, or not any more; the row says why. */
async function claim(deps: Sending, id: string, means: AlertMeans): Promise<Claimed | null> {
  let claimed: Claimed | null = null
  await onAlert(deps, id, null, async (desk, about) => {
    const { alert, item } = about
    const { state, at, tries } = wayOf(alert, means)
    if (!item || state !== 'waiting' || at.getTime() > desk.at.getTime() + CLOCKS_DIFFER_MS) return null
    if (alert.endedAt !== null || (await followedByAnother(desk, alert))) {
      await changeWay(desk.tx, id, means, { state: 'not-needed', at: desk.at })
      return null
    }
    const policy = deps.practices.policy(alert.clinicId)
    if (policy.onCall.every(({ phone }) => phone !== alert.phone)) {
      await wayFailed(desk, about, { means, why: 'not-on-call' })
      return null
    }
    const turn = await nextTurn(desk, alert, means)
    if (turn !== null) {
      await changeWay(desk.tx, id, means, { at: turn })
      await deps.jobs.enqueue(desk.tx, `alert-${means}`, id, turn)
      return null
    }
    const from = lineOf(deps, about, policy)
    if (from === null) {
      await wayFailed(desk, about, { means, why: 'no-line' })
      return null
    }
    const attempt = tries + 1
    await changeWay(desk.tx, id, means, { state: 'sending', at: desk.at, tries: attempt, sid: null })
    const { number } = await desk.tx.followUp.findUniqueOrThrow({
      where: { id: item.id },
      select: { number: true },
    })
    claimed = { alert, number, policy, from, attempt }
    return null
  })
  return claimed
}

/** No call of ours lasts longer: it rings, says its words three times and waits for keys. */
const CALL_LASTS_MS = 90_000
const LINE_FREE_AFTER_MS = 10_000
const TEXTS_A_MINUTE = 5

/**
 * When an alert has its turn where the same phone is alerted about other items just now; null: it has it. A second call would find the
 * phone busy, and the alert would count as in vain, so one waits for the other. Of texts nobody can read more than a few a minute, and
 * those that wait fall away once somebody acts on the page.
 */
async function nextTurn(
  { tx, at }: Desk,
  { id, phone }: StaffAlert,
  means: AlertMeans,
): Promise<Date | null> {
  await lockPhone(tx, phone)
  const since = (ago: number): Date => new Date(at.getTime() - ago)
  // What waited longer than a day for the carrier is so rare that a phone may be called twice for it; the index knows what is newer.
  const others = { phone, createdAt: { gt: since(DAY) }, id: { not: id } }
  if (means === 'call') {
    const onTheLine = await tx.staffAlert.count({
      where: { ...others, callState: { in: ['sending', 'sent'] }, callAt: { gt: since(CALL_LASTS_MS) } },
    })
    return onTheLine === 0 ? null : new Date(at.getTime() + LINE_FREE_AFTER_MS)
  }
  const texted = await tx.staffAlert.count({
    where: { ...others, textTries: { gt: 0 }, textAt: { gt: since(MINUTE), lte: at } },
  })
  return texted < TEXTS_A_MINUTE ? null : new Date(at.getTime() + MINUTE)
}

/** What waited for the carrier is of no use once the same phone is alerted about the same item anew. */
async function followedByAnother(
  { tx }: Desk,
  { followUpId, phone, itemVersion }: StaffAlert,
): Promise<boolean> {
  return (await tx.staffAlert.count({ where: { followUpId, phone, itemVersion: { gt: itemVersion } } })) > 0
}

/** The line that the item came in by, or another of the practice; null when it has none in use. */
function lineOf({ practices }: Casework, { item }: AlertOfItem, policy: Policy): string | null {
  const lines = [item?.lineId ?? '', ...policy.lines.map(({ id }) => id)]
  return (
    lines.map((id) => practices.lineInUse(id)?.line.phone ?? null).find((phone) => phone !== null) ?? null
  )
}
