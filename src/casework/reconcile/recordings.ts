import { isOver, type LoggedRecording } from '../../platform/carrier/log.ts'
import { messageRecorded, messageTranscribed } from '../voicemails.ts'
import { recordCall } from './calls.ts'
import { placeRecording } from './place-recording.ts'
import { one, readList, whose, type Reconciling, type Run } from './run.ts'

/** Recordings about which nothing more is to come. Source: Twilio, Recording resource, status. */
const FINISHED = ['completed', 'absent', 'failed']

/**
 * Compares the carrier's recordings with ours, after the calls. Recordings under way are left to the next comparison.
 * @returns the error that broke the carrier's list off, or null.
 */
export async function compareRecordings(run: Run): Promise<{ readonly error: unknown } | null> {
  const { deps, tally } = run
  const strangers: LoggedRecording[] = []
  const missing: LoggedRecording[] = []
  const unread: LoggedRecording[] = []
  const broken = await readList(deps.carrier.recordings(run.since), async (batch) => {
    const finished = batch.filter(({ status }) => FINISHED.includes(status))
    const rows = await rowsOf(deps, finished)
    for (const recording of finished) {
      const row = rows.get(recording.callSid)
      if (row) tally.recordings += 1
      if (!row) strangers.push(recording)
      else if (isMissing(row, recording)) missing.push(recording)
      else if (isUnread(row, recording)) unread.push(recording)
    }
  })
  for (const recording of strangers) {
    await one(run, recording.sid, async () => {
      if (await findCall(run, recording)) missing.push(recording)
    })
  }
  missing.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
  for (const recording of missing) await one(run, recording.sid, () => recordMissing(run, recording))
  for (const recording of [...missing, ...unread]) {
    await one(run, recording.sid, () => readTranscript(run, recording))
  }
  await placeWaiting(run)
  return broken
}

type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>

const LOOKED_AT = {
  sid: true,
  recordingSid: true,
  recordingState: true,
  recordingDeletedAt: true,
  transcriptState: true,
  heardAt: true,
}

const rowOf = ({ db }: Reconciling, sid: string) => db.call.findUnique({ where: { sid }, select: LOOKED_AT })

async function rowsOf(
  { db }: Reconciling,
  recordings: readonly LoggedRecording[],
): Promise<Map<string, Row>> {
  const rows = await db.call.findMany({
    where: { sid: { in: recordings.map(({ callSid }) => callSid) } },
    select: LOOKED_AT,
  })
  return new Map(rows.map((row) => [row.sid, row]))
}

/** A call may have a second recording, when the carrier had to ask for the message again; telling it twice changes nothing. */
function isMissing(row: Row, recording: LoggedRecording): boolean {
  return isThere(recording) ? row.recordingSid !== recording.sid : row.recordingState === null
}

function isThere({ status, seconds }: LoggedRecording): boolean {
  return status === 'completed' && seconds > 0
}

/** Neither a machine nor a person has told what is said in it. */
function isUnread(row: Row, recording: LoggedRecording): boolean {
  return (
    row.recordingSid === recording.sid &&
    row.transcriptState === null &&
    row.heardAt === null &&
    row.recordingDeletedAt === null
  )
}

/** A recording whose call is unknown here. @returns whether the call is known now. */
async function findCall(run: Run, { sid, callSid }: LoggedRecording): Promise<boolean> {
  const { deps, tally } = run
  const call = await deps.carrier.call(callSid)
  if (!call) {
    tally.problems.push({ sid, why: 'no-call' })
    return false
  }
  // A call to a number that is in no clinic file was told among the calls; what we ring and calls going on are none of this.
  if (call.direction !== 'inbound' || !isOver(call) || whose(run, call.to, call.startedAt) !== 'ours')
    return false
  await recordCall(deps, call)
  tally.created += 1
  tally.recordings += 1
  return true
}

async function recordMissing(run: Run, recording: LoggedRecording): Promise<void> {
  const { deps, tally } = run
  const { sid: recordingSid, callSid, status, seconds, createdAt } = recording
  const before = await rowOf(deps, callSid)
  await messageRecorded(deps, { callSid, recordingSid, status, seconds }, createdAt)
  const after = await rowOf(deps, callSid)
  if (!after || (isThere(recording) ? after.recordingSid : after.recordingState) === null)
    throw new Error('A recording from the log could not be recorded.')
  if (before && isMissing(before, recording) && !isMissing(after, recording)) tally.created += 1
}

async function readTranscript(run: Run, recording: LoggedRecording): Promise<void> {
  const { deps, tally } = run
  const { callSid } = recording
  const row = await rowOf(deps, callSid)
  if (!row || !isThere(recording) || !isUnread(row, recording)) return
  const transcript = await deps.carrier.transcriptOf(recording.sid)
  if (!transcript || !['completed', 'failed'].includes(transcript.status)) return
  const { sid: transcriptionSid, status, text } = transcript
  await messageTranscribed(deps, { callSid, transcriptionSid, status, text })
  if ((await rowOf(deps, callSid))?.transcriptState === null)
    throw new Error('A transcript from the log could not be recorded.')
  tally.repaired += 1
}

/** Recordings that were told of before their calls, which are known by now if the carrier knows them. */
async function placeWaiting(run: Run): Promise<void> {
  const { deps, tally } = run
  const waiting = await deps.db.unplacedRecording.findMany({ select: { sid: true } })
  for (const { sid } of waiting) {
    await one(run, sid, async () => {
      const placed = await placeRecording(deps, sid)
      if (placed === 'placed') tally.created += 1
      else if (!tally.problems.some((problem) => problem.sid === sid))
        tally.problems.push({ sid, why: placed })
    })
  }
}
