import { ruleOfReport } from '../../domain/texting/carrier-codes.ts'
import {
  contradicts,
  isCarrierStatus,
  isWaiting,
  mergeStatus,
  type CarrierStatus,
  type MessageState,
} from '../../domain/texting/delivery.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Casework } from '../casework.ts'
import type { TextOfItem } from '../message-store.ts'
import { record, type Desk } from '../record.ts'
import { tryFailed } from './failed-try.ts'

export type DeliveryReport = {
  readonly messageId: string
  /** how many tries came before the one that the report speaks of */
  readonly attempt: number
  readonly sid: string
  readonly status: string
  readonly code: number | null
}

/** The carrier reports how a text fares. Reports come late, twice, out of order, and before the answer to the send. */
export async function deliveryReported(deps: Casework, report: DeliveryReport): Promise<void> {
  const { messageId, sid, status } = report
  if (!isCarrierStatus(status)) {
    deps.log.warn({ messageId }, 'the carrier reported a message status that is not known here')
    return
  }
  const contact = { text: messageId }
  const incident = { receipt: `text:${sid}:${status}`, at: deps.clock.now(), contact }
  await record(deps, incident, async (desk) => {
    if (!desk.contact) throw new NotFound('This text is not known here.')
    const text = await desk.text(messageId)
    if (report.attempt === text.message.tries) await merge(deps, desk, text, { ...report, status })
    else await ofEarlierTry(deps, desk, text, { ...report, status })
    return null
  })
}

type Known = DeliveryReport & { readonly status: CarrierStatus }

async function merge(deps: Casework, desk: Desk, text: TextOfItem, report: Known): Promise<void> {
  const { message, item } = text
  const { id } = message
  const { at } = desk
  const current = message.state as MessageState
  const state = mergeStatus(current, report.status)
  if (contradicts(current, report.status)) {
    deps.log.warn(
      { messageId: id, state: current, status: report.status },
      'the carrier reported two different ends of one text; the first one stays',
    )
  }
  // The first word of a try is the proof that the carrier took it.
  const first = message.sid === null ? { sid: report.sid, sentAt: at, leftAt: [...message.leftAt, at] } : {}
  const settled = state === 'delivered' ? { settledAt: at, errorCode: null } : {}
  const change = { ...first, ...(state ? { state } : {}), ...settled }
  if (item && (state === 'sent' || state === 'delivered')) {
    await desk.apply(item, { type: `text-${state}`, at, messageId: id }, { id, change })
    return
  }
  if (Object.keys(change).length > 0) await desk.changeText(id, change)
  if (state === null || state === 'sent' || state === 'delivered') return
  const rule = ruleOfReport(report.code)
  await tryFailed(deps, desk, text, { rule, end: state, evidence: report.sid })
}

/**
 * An earlier try was given up because the carrier said that it did not arrive. Should it have arrived after all, the person must not
 * get the text twice.
 */
async function ofEarlierTry(deps: Casework, desk: Desk, text: TextOfItem, report: Known): Promise<void> {
  const { message, item } = text
  const { id } = message
  const { at } = desk
  if (mergeStatus('sent', report.status) !== 'delivered') return
  deps.log.warn(
    { messageId: id, state: message.state, attempt: report.attempt },
    'a text arrived after the carrier had reported that it would not',
  )
  if (!isWaiting(message.state)) return
  const change = { state: 'canceled', refusal: 'arrived-after-all', settledAt: at }
  if (item) await desk.apply(item, { type: 'text-delivered', at, messageId: id }, { id, change })
  else await desk.changeText(id, change)
}
