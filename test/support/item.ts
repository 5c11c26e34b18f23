import { readClinical } from '../../src/domain/clinical/detect.ts'
import { decide, decideOpening } from '../../src/domain/follow-up/decide.ts'
import type { Decision } from '../../src/domain/follow-up/decision.ts'
import type { ItemEvent } from '../../src/domain/follow-up/events.ts'
import type { FollowUp, OpenFollowUp } from '../../src/domain/follow-up/item.ts'
import { openItem } from '../../src/domain/follow-up/opening.ts'
import type { RecordedOutcome } from '../../src/domain/follow-up/words.ts'
import { examplePractice, later, WEDNESDAY_9 } from './practice.ts'

/* An item of the example practice, opened by a call on Wednesday at nine, and what may happen to it. */

export const policy = examplePractice()
export const callSid = 'CA00000000000000000000000000000001'
export const none = readClinical('')

export function missedCall(at = WEDNESDAY_9): Extract<ItemEvent, { type: 'call-missed' }> {
  return { type: 'call-missed', at, callSid, openHours: true, language: 'en' }
}

export function opened(contactId: string | null = 'contact'): OpenFollowUp {
  const where = {
    id: 'item',
    clinicId: policy.clinicId,
    lineId: 'main',
    trigger: 'missed-call' as const,
    contactId,
  }
  const item = openItem(where, { at: WEDNESDAY_9, language: 'en', kind: 'call' }, policy)
  const decision = decideOpening(item, missedCall(), { policy, mayText: false, restUntil: null })
  return decision.next as OpenFollowUp
}

export function given(item: FollowUp, ...events: ItemEvent[]): Decision {
  const context = { policy, mayText: true, restUntil: null }
  return events.reduce<Decision>((last, event) => decide(last.next, event, context), {
    next: item,
    history: [],
    effects: [],
  })
}

export const voicemail = (seconds = 20): ItemEvent => ({
  type: 'voicemail-left',
  at: later(WEDNESDAY_9, 1),
  callSid,
  seconds,
  openHours: true,
  transcribed: false,
  readable: true,
})

export const transcript = (text: string, reliable = true): ItemEvent => ({
  type: 'voicemail-transcribed',
  at: later(WEDNESDAY_9, 2),
  callSid,
  text,
  reliable,
  othersUnheard: false,
  heardByPerson: false,
  reading: readClinical(text),
})

export const reply = (text: string, mediaCount = 0): ItemEvent => ({
  type: 'text-received',
  at: later(WEDNESDAY_9, 30),
  messageSid: 'SM1',
  text,
  mediaCount,
  reading: readClinical(text),
  language: 'en',
  mayWantToCancel: false,
})

export const outcome = (
  name: RecordedOutcome,
  more: { note?: string; callbackAt?: Date } = {},
): ItemEvent => ({
  type: 'outcome-recorded',
  at: later(WEDNESDAY_9, 40),
  by: 'staff-1',
  outcome: name,
  note: more.note ?? 'done',
  callbackAt: more.callbackAt ?? null,
  licensed: false,
  reading: readClinical(more.note ?? 'done'),
})
