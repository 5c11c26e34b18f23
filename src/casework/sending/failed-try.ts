import type { Message } from '../../../prisma/generated/client.ts'
import type { CodeRule } from '../../domain/texting/carrier-code-table.ts'
import { nextTryAt, stopsAll, waitsForResume } from '../../domain/texting/carrier-codes.ts'
import type { Casework } from '../casework.ts'
import type { TextOfItem } from '../message-store.ts'
import type { Desk } from '../record.ts'
import { learnFromCode } from './learn-from-code.ts'
import { stopSending } from './stops.ts'

export type FailedTry = {
  readonly rule: CodeRule
  /** how the text ends when no try is left */
  readonly end: 'failed' | 'undelivered'
  /** the carrier's id of this try, or ours where it gave none */
  readonly evidence: string
}

/**
 * One try to send a text came to nothing. By the rule of the carrier's code the text waits for the next try or for somebody to resume
 * its sender, and the gate is asked again then; or it ends, and staff phone the person. Whatever else the code says is kept with the
 * number, and told to the operator.
 */
export async function tryFailed(
  deps: Casework,
  desk: Desk,
  text: TextOfItem,
  failed: FailedTry,
): Promise<void> {
  const { rule, end, evidence } = failed
  const { message, item } = text
  const { id } = message
  const { tx, at } = desk
  await tellOperator(deps, desk, message, rule)
  const until = nextTryAt(rule, at, message.tries)
  if (waitsForResume(rule) || until) {
    const refusal = until ? rule.reason : 'sending-stopped'
    await desk.changeText(id, {
      ...{ state: 'held', refusal, notBefore: until, tries: message.tries + 1 },
      ...{ errorCode: rule.code, claimedBy: null, settledAt: null },
    })
    if (item) await desk.apply(item, { type: 'text-held', at, messageId: id, until, why: refusal })
    if (until) await deps.jobs.enqueue(tx, 'send-text', id, until)
    return
  }
  await desk.changeText(id, { state: end, refusal: null, settledAt: at, errorCode: rule.code })
  // Also by a code that speaks of something else than a text: this one did not arrive.
  const told = item && (await desk.apply(item, { type: `text-${end}`, at, messageId: id, code: rule.code }))
  await learnFromCode(desk, rule, evidence, told)
}

async function tellOperator(deps: Casework, desk: Desk, message: Message, rule: CodeRule): Promise<void> {
  if (rule.account === 'stop') {
    const line = deps.practices.lineInUse(message.lineId)?.line
    // A line that was given up meanwhile has nothing more to send; a fault of all lines stops them, whichever met it.
    if (line || stopsAll(rule)) await stopSending(deps, desk, line ?? { id: message.lineId, phone: '' }, rule)
  } else if (rule.account === 'warn' || rule.told === 'operator') {
    deps.log.warn(
      { messageId: message.id, code: rule.code, reason: rule.reason },
      `a text met a fault that may meet others: ${rule.meaning}`,
    )
  }
}
