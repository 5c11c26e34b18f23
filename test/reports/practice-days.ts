import { callArrived } from '../../src/casework/phone-calls.ts'
import { receiveRequest } from '../../src/casework/requests.ts'
import { acknowledge, addNote, recordOutcome } from '../../src/casework/staff-actions.ts'
import { tick } from '../../src/casework/tick.ts'
import type { Need } from '../../src/domain/follow-up/request.ts'
import type { Language, RecordedOutcome } from '../../src/domain/follow-up/words.ts'
import { MAIN_LINE, NURSE, type Served } from '../api/served.ts'

const NOTHING: Need = {
  ...{ trigger: 'recall-due', personName: null, reason: null, segment: null, dueFrom: null, dueTo: null },
  ...{ provider: null, providerPriority: null, lastAppointment: null, preferredContact: null },
  ...{ insuranceNote: null, authorizationNeeded: false, lastOutreachAt: null, lastOutreachResult: null },
}

/** What a practice lives through, at instants that the test chooses. */
export function practiceDays(served: Served) {
  const { casework, db } = served
  let count = 0
  const newPhone = (): string => `+1415555${String(4000 + ++count)}`
  const at = (instant: string | Date): void => served.setTime(new Date(instant))
  return {
    newPhone,
    at,
    /** A missed call. @returns the number of its item */
    call: async (instant: string | Date, phone = newPhone(), to = MAIN_LINE): Promise<number> => {
      at(instant)
      const callSid = `CA${String(++count)}`
      await callArrived(casework, { callSid, from: phone, to, callerIdVerified: undefined })
      const { followUp } = await db.call.findUniqueOrThrow({
        where: { sid: callSid },
        include: { followUp: true },
      })
      return followUp!.number
    },
    request: async (
      instant: string | Date,
      need: Partial<Need>,
      language: Language | null = null,
      phone = newPhone(),
    ) => {
      at(instant)
      const { number } = await receiveRequest(casework, {
        ...{
          clinicId: 'cedar-grove',
          lineId: 'cedar-grove/main',
          phone,
          language,
          source: 'api',
        },
        ...{ by: 'key:1', sourceRef: null, importId: null, licensed: false, need: { ...NOTHING, ...need } },
      })
      return number
    },
    outcome: async (instant: string | Date, number: number, outcome: RecordedOutcome) => {
      at(instant)
      const result = await recordOutcome(
        casework,
        { ...NURSE, roles: ['assistant', 'licensed', 'manager'] },
        {
          ...{ number, outcome, note: 'Written down.' },
          callbackAt: new Date(new Date(instant).getTime() + 3_600_000),
        },
      )
      if (result.type !== 'done') throw new Error(result.reason)
    },
    note: (instant: string, number: number, note: string) => {
      at(instant)
      return addNote(casework, { ...NURSE, roles: ['assistant'] }, { number, note })
    },
    acknowledge: (instant: string, number: number) => {
      at(instant)
      return acknowledge(casework, NURSE, { number })
    },
    tick: (instant: string | Date) => {
      at(instant)
      return tick(casework)
    },
  }
}
