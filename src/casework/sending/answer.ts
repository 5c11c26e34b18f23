import { NOT_CONNECTED, ruleOfAnswer } from '../../domain/texting/carrier-codes.ts'
import { unreachable } from '../../domain/follow-up/words.ts'
import type { SendAnswer } from '../../platform/carrier/carrier.ts'
import type { Casework } from '../casework.ts'
import { record } from '../record.ts'
import { tryFailed } from './failed-try.ts'

/** How long after a lost answer the carrier's log is asked first: the text must have come to stand there. */
const LOG_IS_LATE_MS = 30_000

/**
 * Records what the carrier answered to one try. A report of how the text fares may have come before and knows more.
 * @param attempt how many tries came before this one
 */
export async function recordAnswer(
  deps: Casework,
  messageId: string,
  attempt: number,
  answer: SendAnswer,
): Promise<void> {
  const { contactId } = await deps.db.message.findUniqueOrThrow({
    where: { id: messageId },
    select: { contactId: true },
  })
  const incident = { receipt: null, at: deps.clock.now(), contact: { id: contactId } }
  await record(deps, incident, async (desk) => {
    const { at, tx } = desk
    const message = await tx.message.findUniqueOrThrow({ where: { id: messageId } })
    // A report said meanwhile that this try came to nothing, and another is planned or under way.
    if (message.tries !== attempt) return null
    // A claim that went stale meanwhile (`unknown`) learns what became of it.
    const undecided = message.state === 'sending' || message.state === 'unknown'
    if (answer.type === 'sent') {
      await tx.message.update({
        where: { id: messageId },
        data: {
          sid: answer.sid,
          ...(message.sid === null ? { sentAt: at, leftAt: { push: at } } : {}),
          ...(undecided ? { state: 'sent' } : {}),
        },
      })
    }
    if (!undecided) return null
    const item = await desk.item(message.followUpId)
    const failed = { end: 'failed', evidence: messageId } as const
    switch (answer.type) {
      case 'sent':
        if (item) await desk.apply(item, { type: 'text-sent', at, messageId })
        return null
      case 'not-reached':
        await tryFailed(deps, desk, { message, item }, { rule: NOT_CONNECTED, ...failed })
        return null
      case 'fault': {
        const rule = ruleOfAnswer(answer.code, answer.httpStatus)
        if (rule.message !== 'look-up') {
          await tryFailed(deps, desk, { message, item }, { rule, ...failed })
          return null
        }
        await tx.message.update({ where: { id: messageId }, data: { state: 'unknown' } })
        await deps.jobs.enqueue(tx, 'look-up-text', messageId, new Date(at.getTime() + LOG_IS_LATE_MS))
        if (item && message.state !== 'unknown')
          await desk.apply(item, { type: 'text-unknown', at, messageId })
        return null
      }
      default:
        return unreachable(answer)
    }
  })
}
