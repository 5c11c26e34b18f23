import { inTransaction, type Tx } from '../platform/db.ts'
import type { CarrierLog } from '../platform/carrier/log.ts'
import type { CarrierPictures } from '../platform/carrier/pictures.ts'
import type { CarrierRecordings } from '../platform/carrier/recordings.ts'
import type { Casework } from './casework.ts'
import { picturesOf } from './pictures.ts'

const DAY = 86_400_000
const BATCH = 100
/** After so many refusals in a row the carrier is down, and the rest waits for the next time too. */
const GIVE_UP_AFTER = 20

/** Something that people sent us, which the carrier keeps until a practice's days for it are over. */
type Old = {
  /** the carrier's id of its call or text, and when that came */
  readonly sid: string
  readonly at: Date
}
type OldRecording = Old & { readonly recordingSid: string | null; readonly transcriptionSid: string | null }
type OldPictures = Old & { readonly media: unknown; readonly mediaCount: number }

type Kept<Thing extends Old> = {
  /** as the log names several of them, and how it names one */
  readonly name: string
  readonly idName: 'callSid' | 'messageSid'
  /** The next ones that came before an instant and whose item is closed, the oldest first. */
  read(clinicId: string, before: Date, after: Thing | undefined): Promise<Thing[]>
  /** Throws when the carrier did not do it. */
  deleteAtCarrier(thing: Thing): Promise<void>
  /** @returns how many rows it changed: none when it was written down already. */
  writeDown(tx: Tx, sid: string, at: Date): Promise<{ readonly count: number }>
  readonly audit: { readonly action: string; readonly subject: 'call' | 'message' }
}

/**
 * Deletes at the carrier the sound and the machine's transcript of voicemails whose item is closed and whose time to be kept is over.
 * What fails is tried again next time. @returns how many were deleted.
 */
export function deleteOldRecordings(
  deps: Casework & { readonly carrier: CarrierRecordings },
): Promise<number> {
  const { db, carrier } = deps
  return deleteOld<OldRecording>(deps, {
    name: 'recordings',
    idName: 'callSid',
    read: async (clinicId, before, after) => {
      const rows = await db.call.findMany({
        where: {
          clinicId,
          recordingSid: { not: null },
          recordingDeletedAt: null,
          startedAt: { lt: before },
          followUp: { status: 'closed' },
          ...(after
            ? { OR: [{ startedAt: { gt: after.at } }, { startedAt: after.at, sid: { gt: after.sid } }] }
            : {}),
        },
        select: { sid: true, startedAt: true, recordingSid: true, transcriptionSid: true },
        orderBy: [{ startedAt: 'asc' }, { sid: 'asc' }],
        take: BATCH,
      })
      return rows.map(({ startedAt: at, ...row }) => ({ ...row, at }))
    },
    deleteAtCarrier: async ({ recordingSid, transcriptionSid }) => {
      if (transcriptionSid !== null) await carrier.deleteTranscript(transcriptionSid)
      if (recordingSid !== null) await carrier.deleteRecording(recordingSid)
    },
    writeDown: (tx, sid, recordingDeletedAt) =>
      tx.call.updateMany({ where: { sid, recordingDeletedAt: null }, data: { recordingDeletedAt } }),
    audit: { action: 'recording-deleted', subject: 'call' },
  })
}

/**
 * Deletes at the carrier, by the same rule, the pictures that came with texts; those too of which no webhook told the ids.
 * @returns of how many texts.
 */
export function deleteOldPictures(
  deps: Casework & { readonly carrier: CarrierPictures & Pick<CarrierLog, 'mediaOf'> },
): Promise<number> {
  const { db, carrier } = deps
  return deleteOld<OldPictures>(deps, {
    name: 'pictures of texts',
    idName: 'messageSid',
    read: async (clinicId, before, after) => {
      const rows = await db.message.findMany({
        where: {
          clinicId,
          direction: 'in',
          mediaCount: { gt: 0 },
          mediaDeletedAt: null,
          createdAt: { lt: before },
          followUp: { status: 'closed' },
          ...(after
            ? { OR: [{ createdAt: { gt: after.at } }, { createdAt: after.at, sid: { gt: after.sid } }] }
            : {}),
        },
        select: { sid: true, createdAt: true, media: true, mediaCount: true },
        orderBy: [{ createdAt: 'asc' }, { sid: 'asc' }],
        take: BATCH,
      })
      return rows.flatMap(({ sid, createdAt: at, ...row }) => (sid === null ? [] : [{ ...row, sid, at }]))
    },
    deleteAtCarrier: async (text) => {
      const known = picturesOf(text)
      const all = known.length < text.mediaCount ? await carrier.mediaOf(text.sid) : known
      for (const { sid } of all) await carrier.deletePicture(text.sid, sid)
    },
    writeDown: (tx, sid, mediaDeletedAt) =>
      tx.message.updateMany({ where: { sid, mediaDeletedAt: null }, data: { mediaDeletedAt } }),
    audit: { action: 'picture-deleted', subject: 'message' },
  })
}

/** What fails is logged and tried again next time. @returns how many were deleted. */
async function deleteOld<Thing extends Old>(deps: Casework, kept: Kept<Thing>): Promise<number> {
  let deleted = 0
  let refusals = 0
  for (const { clinicId, voicemail } of deps.practices.known) {
    const before = new Date(deps.clock.now().getTime() - voicemail.keepDays * DAY)
    let last: Thing | undefined
    for (;;) {
      const batch = await kept.read(clinicId, before, last)
      for (const thing of batch) {
        const gone = await deleteOne(deps, kept, thing)
        deleted += gone ? 1 : 0
        refusals = gone ? 0 : refusals + 1
        if (refusals === GIVE_UP_AFTER) return deleted
      }
      last = batch.at(-1)
      if (!last) break
    }
  }
  if (deleted > 0) deps.log.info({ deleted }, `${kept.name} past their time were deleted at the carrier`)
  return deleted
}

/** The carrier first: what we call deleted is gone. @returns whether it is. */
async function deleteOne<Thing extends Old>(
  deps: Casework,
  kept: Kept<Thing>,
  thing: Thing,
): Promise<boolean> {
  try {
    await kept.deleteAtCarrier(thing)
    const at = deps.clock.now()
    const { sid } = thing
    const { action, subject } = kept.audit
    await inTransaction(deps.db, async (tx) => {
      if ((await kept.writeDown(tx, sid, at)).count === 0) return
      await tx.auditEntry.create({ data: { at, actor: 'system', action, subject: `${subject}:${sid}` } })
    })
    return true
  } catch (error) {
    deps.log.error(
      { err: error, [kept.idName]: thing.sid },
      `${kept.name} past their time could not be deleted; it is tried again in an hour`,
    )
    return false
  }
}

/** Longer than anything is repeated by the carrier or looked at by a comparison. */
const FORGET_AFTER = 60 * DAY
const FORGET_AT_ONCE = 20_000

/** How long the answers to other programs' requests are kept for repetitions; at least a day is what the API promises. */
const FORGET_ANSWERS_AFTER = 7 * DAY

/** Drops what only served to recognise repeats: receipts of webhooks, recordings of calls that nobody knows, old comparisons, old answers of the API. */
export async function forgetOldReceipts({ db, clock, log }: Casework): Promise<void> {
  const before = new Date(clock.now().getTime() - FORGET_AFTER)
  const receipts = await db.$executeRaw`
    DELETE FROM provider_receipt WHERE key IN
      (SELECT key FROM provider_receipt WHERE received_at < ${before} LIMIT ${FORGET_AT_ONCE})`
  const { count: recordings } = await db.unplacedRecording.deleteMany({
    where: { receivedAt: { lt: before } },
  })
  await db.reconciliation.deleteMany({ where: { finishedAt: { lt: before } } })
  const answeredBefore = new Date(clock.now().getTime() - FORGET_ANSWERS_AFTER)
  await db.idempotentAnswer.deleteMany({ where: { at: { lt: answeredBefore } } })
  await db.webhookDelivery.deleteMany({ where: { settledAt: { lt: before } } })
  if (recordings > 0)
    log.error({ recordings }, 'recordings of calls that nobody knows were given up after sixty days')
  if (receipts > 0) log.info({ receipts }, 'old receipts were dropped')
}
