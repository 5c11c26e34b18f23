import { inTransaction } from '../platform/db.ts'
import type { CarrierRecordings } from '../platform/carrier/recordings.ts'
import type { Casework } from './casework.ts'

const DAY = 86_400_000
const BATCH = 100
/** After so many refusals in a row the carrier is down, and the rest waits for the next time too. */
const GIVE_UP_AFTER = 20

/**
 * Deletes at the carrier the sound and the machine's transcript of voicemails whose item is closed and whose time to be kept is over.
 * What fails is tried again next time. @returns how many were deleted.
 */
export async function deleteOldRecordings(
  deps: Casework & { readonly carrier: CarrierRecordings },
): Promise<number> {
  let deleted = 0
  let refusals = 0
  for (const { clinicId, voicemail } of deps.practices.all) {
    const before = new Date(deps.clock.now().getTime() - voicemail.keepDays * DAY)
    let last: OldRecording | undefined
    for (;;) {
      const batch = await oldRecordings(deps, clinicId, before, last)
      for (const recording of batch) {
        if (await deleteOne(deps, recording)) {
          deleted += 1
          refusals = 0
        } else {
          refusals += 1
        }
        if (refusals === GIVE_UP_AFTER) return deleted
      }
      last = batch.at(-1)
      if (!last) break
    }
  }
  if (deleted > 0) deps.log.info({ deleted }, 'recordings past their time were deleted at the carrier')
  return deleted
}

type OldRecording = {
  readonly sid: string
  readonly startedAt: Date
  readonly recordingSid: string | null
  readonly transcriptionSid: string | null
}

/** The next ones, oldest call first. */
function oldRecordings(
  { db }: Casework,
  clinicId: string,
  before: Date,
  after: OldRecording | undefined,
): Promise<OldRecording[]> {
  return db.call.findMany({
    where: {
      clinicId,
      recordingSid: { not: null },
      recordingDeletedAt: null,
      startedAt: { lt: before },
      followUp: { status: 'closed' },
      ...(after
        ? {
            OR: [
              { startedAt: { gt: after.startedAt } },
              { startedAt: after.startedAt, sid: { gt: after.sid } },
            ],
          }
        : {}),
    },
    select: { sid: true, startedAt: true, recordingSid: true, transcriptionSid: true },
    orderBy: [{ startedAt: 'asc' }, { sid: 'asc' }],
    take: BATCH,
  })
}

/** The carrier first: what we call deleted is gone. @returns whether it is. */
async function deleteOne(
  deps: Casework & { readonly carrier: CarrierRecordings },
  { sid, recordingSid, transcriptionSid }: OldRecording,
): Promise<boolean> {
  try {
    if (transcriptionSid !== null) await deps.carrier.deleteTranscript(transcriptionSid)
    if (recordingSid !== null) await deps.carrier.deleteRecording(recordingSid)
    const at = deps.clock.now()
    await inTransaction(deps.db, async (tx) => {
      const { count } = await tx.call.updateMany({
        where: { sid, recordingDeletedAt: null },
        data: { recordingDeletedAt: at },
      })
      if (count === 0) return
      await tx.auditEntry.create({
        data: { at, actor: 'system', action: 'recording-deleted', subject: `call:${sid}` },
      })
    })
    return true
  } catch (error) {
    deps.log.error(
      { err: error, callSid: sid },
      'a recording past its time could not be deleted; it is tried again in an hour',
    )
    return false
  }
}

/** Longer than anything is repeated by the carrier or looked at by a comparison. */
const FORGET_AFTER = 60 * DAY
const FORGET_AT_ONCE = 20_000

/** Drops what only served to recognise repeats: receipts of webhooks, recordings of calls that nobody knows, old comparisons. */
export async function forgetOldReceipts({ db, clock, log }: Casework): Promise<void> {
  const before = new Date(clock.now().getTime() - FORGET_AFTER)
  const receipts = await db.$executeRaw`
    DELETE FROM provider_receipt WHERE key IN
      (SELECT key FROM provider_receipt WHERE received_at < ${before} LIMIT ${FORGET_AT_ONCE})`
  const { count: recordings } = await db.unplacedRecording.deleteMany({
    where: { receivedAt: { lt: before } },
  })
  await db.reconciliation.deleteMany({ where: { finishedAt: { lt: before } } })
  if (recordings > 0)
    log.error({ recordings }, 'recordings of calls that nobody knows were given up after sixty days')
  if (receipts > 0) log.info({ receipts }, 'old receipts were dropped')
}
