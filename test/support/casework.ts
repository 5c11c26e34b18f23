import { randomUUID } from 'node:crypto'
import { sendAlert } from '../../src/casework/alerting/send.ts'
import { createPractices } from '../../src/casework/casework.ts'
import { appendConsent } from '../../src/casework/contact-store.ts'
import { createListeners } from '../../src/casework/outgoing/announce.ts'
import { deliverWebhook } from '../../src/casework/outgoing/deliver.ts'
import { judgeImport } from '../../src/casework/imports/judge.ts'
import { runImport } from '../../src/casework/imports/run.ts'
import { undoImport } from '../../src/casework/imports/undo.ts'
import { keyPressed } from '../../src/casework/caller-keys.ts'
import { callArrived } from '../../src/casework/phone-calls.ts'
import { storePractices } from '../../src/casework/practice-store.ts'
import { placeCall } from '../../src/casework/reconcile/place-call.ts'
import { placeRecording } from '../../src/casework/reconcile/place-recording.ts'
import { carryOutReconciliation } from '../../src/casework/reconcile/reconcile.ts'
import { record } from '../../src/casework/record.ts'
import { deleteOldRecordings } from '../../src/casework/retention.ts'
import { deliveryReported } from '../../src/casework/sending/delivery-report.ts'
import type { Sending } from '../../src/casework/sending/deps.ts'
import { lookUpText } from '../../src/casework/sending/look-up.ts'
import { sendText } from '../../src/casework/sending/send.ts'
import { textArrived } from '../../src/casework/texts.ts'
import { tick, type TickResult } from '../../src/casework/tick.ts'
import type { Policy } from '../../src/domain/policy/policy.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Db } from '../../src/platform/db.ts'
import { createLog } from '../../src/platform/log.ts'
import { borrowedDatabase } from './database.ts'
import { visibleJobs, type QueuedJob } from './jobs.ts'
import { examplePractice, later } from './practice.ts'
import { startTwilioRest, type TwilioRest } from './twilio-rest.ts'
import { sid } from './webhook.ts'

/** The main line of the example practice: each call to it was missed. */
export const MAIN = '+14155550100'
/** Wednesday 2 December 2026, 11:00 in Los Angeles: inside the practice's hours and the hours for texts. */
export const WEDNESDAY_11 = new Date('2026-12-02T19:00:00Z')

/** A patient who called, agreed to a text, and the text that the cadence planned. */
export type Patient = {
  readonly phone: string
  readonly callSid: string
  readonly followUpId: string
  readonly messageId: string
}

/** The use cases on a real database and Twilio behind nock; time stands still and jobs wait until the test moves them. */
export type CaseworkStage = {
  readonly sending: Sending
  readonly db: Db
  readonly url: string
  readonly twilio: TwilioRest
  readonly enqueued: QueuedJob[]
  now(): Date
  setTime(at: Date): void
  newPhone(): string
  /** A call that nobody answered; with `agrees` the caller pressed 1. */
  call(
    phone: string,
    how?: { agrees?: boolean; verified?: string },
  ): Promise<{ callSid: string; followUpId: string }>
  /** A caller who agreed to be texted, two minutes ago; the text is planned, nothing has been sent. */
  patient(how?: { phone?: string; agrees?: boolean; verified?: string }): Promise<Patient>
  /** The same caller with a second, newer open item, as practices have that do not join their lines; its text is planned too. */
  secondItem(patient: Patient): Promise<Patient>
  text(phone: string, body: string): Promise<void>
  report(patient: Patient, status: string, code?: number): Promise<void>
  tick(): Promise<TickResult>
  /** Works the jobs whose time has come, as the queue would, those that fail included. @returns how many failed. */
  runJobs(): Promise<number>
  /** Everything that could send a text by itself, again and again for an hour. */
  anHourOfClockWork(): Promise<void>
  send(patient: Patient): Promise<void>
  message(patient: Patient): ReturnType<typeof messageById>
  /** the kinds of the item's history, oldest first */
  history(followUpId: string): Promise<string[]>
  close(): Promise<void>
}

const WORK = {
  'send-text': sendText,
  'look-up-text': lookUpText,
  'place-call': placeCall,
  'place-recording': placeRecording,
  reconcile: carryOutReconciliation,
  'delete-recordings': deleteOldRecordings,
  'judge-import': judgeImport,
  'run-import': runImport,
  'undo-import': undoImport,
  'alert-text': (deps: Sending, id: string) => sendAlert(deps, id, 'text'),
  'alert-call': (deps: Sending, id: string) => sendAlert(deps, id, 'call'),
  'deliver-webhook': (deps: Sending, id: string) => deliverWebhook({ ...deps, local: true }, id),
}

/** The practice with a carrier that takes any number of texts a second. */
function atAnyPace(practice: Policy): Policy {
  return { ...practice, texting: { ...practice.texting, perSecond: 1_000_000 } }
}

const messageById = (db: Db, id: string) => db.message.findUniqueOrThrow({ where: { id } })

export async function startCasework(): Promise<CaseworkStage> {
  const database = await borrowedDatabase()
  const { db } = database
  const twilio = startTwilioRest()
  // Time stands still here, so that a text whose turn comes later would never leave.
  const practice = atAnyPace(examplePractice())
  let now = WEDNESDAY_11
  let count = 0
  await storePractices(db, [practice], now)
  const enqueued: QueuedJob[] = []
  const listeners = createListeners(db)
  const sending: Sending = {
    db,
    clock: { now: () => now, jobs: systemClock.jobs },
    log: createLog('silent'),
    jobs: visibleJobs({ up: true, enqueued }),
    practices: createPractices([practice]),
    listeners,
    carrier: twilio.carrier,
    publicUrl: 'https://practice.example',
    process: 'worker-1',
  }

  const newPhone = (): string => `+1415555${1000 + ++count}`
  const call: CaseworkStage['call'] = async (phone, { agrees = false, verified } = {}) => {
    const callSid = sid('CA', ++count)
    await callArrived(sending, { callSid, from: phone, to: MAIN, callerIdVerified: verified })
    if (agrees) await keyPressed(sending, { callSid, digits: '1', turn: '1' })
    const { followUpId } = await db.call.findUniqueOrThrow({ where: { sid: callSid } })
    return { callSid, followUpId: followUpId ?? '' }
  }
  const runJobs = async (): Promise<number> => {
    const due = enqueued.filter(({ at }) => at <= now)
    enqueued.splice(0, enqueued.length, ...enqueued.filter(({ at }) => at > now))
    let failed = 0
    for (const job of due) {
      try {
        await WORK[job.name](sending, job.id)
      } catch {
        failed += 1
      }
    }
    return failed
  }

  return {
    ...{ sending, db, url: database.url, twilio, enqueued, newPhone, call, runJobs },
    now: () => now,
    setTime: (at) => {
      now = at
    },
    patient: async ({ phone = newPhone(), agrees = true, verified } = {}) => {
      // Tests turn the clock back, which no carrier's pace survives.
      await db.senderPace.deleteMany()
      const arrival = now
      now = later(arrival, -2)
      const { callSid, followUpId } = await call(phone, { agrees, ...(verified ? { verified } : {}) })
      now = arrival
      await tick(sending)
      const planned = await db.message.findFirst({ where: { followUpId, direction: 'out' } })
      return { phone, callSid, followUpId, messageId: planned?.id ?? '' }
    },
    secondItem: async (patient) => {
      const text = await messageById(db, patient.messageId)
      const incident = { receipt: null, at: now, contact: { phone: patient.phone } }
      const callSid = sid('CA', ++count)
      const { answer: followUpId } = await record(sending, incident, async (desk) => {
        const { id } = await desk.open(
          { clinicId: text.clinicId, lineId: text.lineId, trigger: 'missed-call', language: 'en' },
          { type: 'call-missed', at: now, callSid, openHours: true, language: 'en' },
        )
        await appendConsent(desk.tx, text.contactId!, {
          ...{ at: now, kind: 'grant', scope: 'this-request', basis: 'key-press' },
          ...{ evidence: callSid, followUpId: id },
        })
        return id
      })
      const { verdict: _verdict, media: _media, ...planned } = text
      const { id } = await db.message.create({ data: { ...planned, id: randomUUID(), followUpId } })
      return { phone: patient.phone, callSid, followUpId: followUpId ?? '', messageId: id }
    },
    text: async (phone, body) => {
      await textArrived(sending, {
        ...{ messageSid: sid('SM', ++count), from: phone, to: MAIN, body },
        ...{ mediaCount: 0, carrierVerdict: undefined },
      })
    },
    report: async (patient, status, code) => {
      const { sid: known, tries } = await messageById(db, patient.messageId)
      await deliveryReported(sending, {
        messageId: patient.messageId,
        attempt: tries,
        sid: known ?? `SM-of-${patient.messageId}`,
        status,
        code: code ?? null,
      })
    },
    tick: () => tick(sending),
    anHourOfClockWork: async () => {
      for (let minute = 0; minute < 60; minute += 6) {
        now = later(now, 6)
        await tick(sending)
        await runJobs()
      }
    },
    send: ({ messageId }) => sendText(sending, messageId),
    message: ({ messageId }) => messageById(db, messageId),
    history: async (followUpId) => {
      const lines = await db.historyEntry.findMany({ where: { followUpId }, orderBy: { id: 'asc' } })
      return lines.map(({ kind }) => kind)
    },
    close: async () => {
      twilio.close()
      await database.close()
    },
  }
}
