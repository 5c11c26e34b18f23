import { NOT_CONNECTED, ruleOfAnswer } from '../../domain/texting/carrier-codes.ts'
import { unreachable } from '../../domain/follow-up/words.ts'
import type { SendAnswer } from '../../platform/carrier/carrier.ts'
import type { Casework } from '../casework.ts'
import type { TextOfItem } from '../message-store.ts'
import { record, recordUnchanged } from '../record.ts'
import { tryFailed } from './failed-try.ts'

/** How long after a lost answer the carrier's log is asked first: the text must have come to stand there. */
const LOG_IS_LATE_MS = 30_000

/**
 * Records what the carrier answered to one try to send a text. A report of how the text fares may have come before and knows more.
 * @param attempt how many tries came before this one
 * @param seen the text and its item as they were when the text was claimed, where that was just now
 */
export async function recordAnswer(
  deps: Casework,
  id: string,
  attempt: number,
  answer: SendAnswer,
  seen?: TextOfItem,
): Promise<void> {
  if (seen && answer.type === 'sent') {
    const at = deps.clock.now()
    const change = { sid: answer.sid, state: 'sent', sentAt: at, leftAt: [...seen.message.leftAt, at] }
    if (await recordUnchanged(deps, seen, { type: 'text-sent', at, messageId: id }, change)) return
  }
  const incident = { receipt: null, at: deps.clock.now(), contact: { text: id } }
  await record(deps, incident, async (desk) => {
    const { at, tx } = desk
    const { message, item } = await desk.text(id)
    // A report said meanwhile that this try came to nothing, and another is planned or under way.
    if (message.tries !== attempt) return null
    // A claim that went stale meanwhile (`unknown`) learns what became of it.
    const undecided = message.state === 'sending' || message.state === 'unknown'
    const failed = { end: 'failed', evidence: id } as const
    switch (answer.type) {
      case 'sent': {
        const first = message.sid === null ? { sentAt: at, leftAt: [...message.leftAt, at] } : {}
        const change = { sid: answer.sid, ...first, ...(undecided ? { state: 'sent' } : {}) }
        if (undecided && item)
          await desk.apply(item, { type: 'text-sent', at, messageId: id }, { id, change })
        else await desk.changeText(id, change)
        return null
      }
      case 'not-reached':
        if (undecided) await tryFailed(deps, desk, { message, item }, { rule: NOT_CONNECTED, ...failed })
        return null
      case 'fault': {
        if (!undecided) return null
        const rule = ruleOfAnswer(answer.code, answer.httpStatus)
        if (rule.message !== 'look-up') {
          await tryFailed(deps, desk, { message, item }, { rule, ...failed })
          return null
        }
        await desk.changeText(id, { state: 'unknown' })
        await deps.jobs.enqueue(tx, 'look-up-text', id, new Date(at.getTime() + LOG_IS_LATE_MS))
        if (item && message.state !== 'unknown')
          await desk.apply(item, { type: 'text-unknown', at, messageId: id })
        return null
      }
      default:
        return unreachable(answer)
    }
  })
}
