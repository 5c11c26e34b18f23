import { alertReported } from '../../../src/casework/alerting/carrier-reports.ts'
import { textArrived } from '../../../src/casework/texts.ts'
import { MAIN, type CaseworkStage } from '../../support/casework.ts'
import { later } from '../../support/practice.ts'
import { sid } from '../../support/webhook.ts'

/** The on-call list of the example practice. */
export const NURSE = '+14155550160'
export const MANAGER = '+14155550161'

let count = 0

/** What may happen around the alerts of a stage. */
export function onCallOf(stage: CaseworkStage) {
  const { db, sending, twilio } = stage
  const alertsOf = (followUpId: string) =>
    db.staffAlert.findMany({ where: { followUpId }, orderBy: { itemVersion: 'asc' } })
  return {
    alertsOf,
    itemOf: (id: string) => db.followUp.findUniqueOrThrow({ where: { id } }),
    /** Somebody texts of chest pain; the first contact is alerted in the next minute. */
    urgentItem: async (): Promise<string> => {
      const phone = stage.newPhone()
      await stage.text(phone, 'I have chest pain')
      const { id } = await db.followUp.findFirstOrThrow({ where: { contact: { phone } } })
      return id
    },
    /** The clock work and the jobs of so many minutes, one after the other. */
    minutes: async (howMany = 1): Promise<void> => {
      for (let minute = 0; minute < howMany; minute += 1) {
        await stage.tick()
        await stage.runJobs()
        stage.setTime(later(stage.now(), 1))
      }
    },
    /** Whom the alerts of an item went to, in their order. */
    alerted: async (followUpId: string) => (await alertsOf(followUpId)).map(({ phone }) => phone),
    /** The carrier tells how the latest call or text of an item ended. */
    ends: async (followUpId: string, means: 'call' | 'text', status: string, code: number | null = null) => {
      const alert = (await alertsOf(followUpId)).at(-1)!
      const attempt = means === 'call' ? alert.callTries : alert.textTries
      const known = means === 'call' ? alert.callSid : alert.textSid
      await alertReported(sending, { id: alert.id, means, attempt, sid: known ?? '', status, code })
    },
    /** The item's history of one kind, what each line says of it. */
    told: async (followUpId: string, kind: string) =>
      (await db.historyEntry.findMany({ where: { followUpId, kind }, orderBy: { id: 'asc' } })).map(
        ({ detail }) => detail,
      ),
    /** A text to the main line. @returns what is answered at once */
    writes: (from: string, body: string, messageSid = sid('SM', 0xb000 + ++count)) =>
      textArrived(sending, {
        ...{ messageSid, from, to: MAIN, body },
        ...{ mediaCount: 0, carrierVerdict: undefined },
      }),
    callsTo: (phone: string) => twilio.alerts.calls.filter(({ To }) => To === phone),
    textsTo: (phone: string) => twilio.alerts.texts.filter(({ To }) => To === phone),
  }
}
