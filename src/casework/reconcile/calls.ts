import { isOver, type LoggedCall } from '../../platform/carrier/log.ts'
import { recordArrival } from '../call-record.ts'
import { callAnswered, callEnded, settleEndedCall } from '../phone-calls.ts'
import { one, readList, whose, type Reconciling, type Run } from './run.ts'

/** How long after its end the word of a call that we know may still be on its way. */
const GRACE_MS = 60_000
/** Longer than the request to press a key and the wait for it last: whoever stayed on the phone so long took the call. */
const LONGEST_WHISPER_SECONDS = 20

/**
 * Compares the carrier's incoming calls with ours. Calls that are still going on are left to the next comparison.
 * @returns the error that broke the carrier's list off, or null.
 */
export async function compareCalls(run: Run): Promise<{ readonly error: unknown } | null> {
  const { deps, tally } = run
  const unsettled: LoggedCall[] = []
  const broken = await readList(deps.carrier.calls(run.since), async (batch) => {
    const over = batch.filter(isOver)
    const rows = await rowsOf(deps, over)
    for (const call of over) {
      const row = rows.get(call.sid)
      const owner = row ? 'ours' : whose(run, call.to, call.startedAt)
      if (owner === 'not-yet-ours') continue
      tally.calls += 1
      if (owner === 'unknown') tally.problems.push({ sid: call.sid, why: 'no-line' })
      else if (!row || differs(row, call, run.startedAt)) unsettled.push(call)
    }
  })
  // In the order in which they came in, so that the first call of a caller opens the item and the others join it.
  unsettled.sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime())
  for (const call of unsettled) await one(run, call.sid, () => settle(run, call))
  return broken
}

type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>

const LOOKED_AT = { sid: true, lineId: true, state: true, endedAt: true, seconds: true, onlyEnded: true }

const rowOf = ({ db }: Reconciling, sid: string) => db.call.findUnique({ where: { sid }, select: LOOKED_AT })

async function rowsOf({ db }: Reconciling, calls: readonly LoggedCall[]): Promise<Map<string, Row>> {
  const rows = await db.call.findMany({
    where: { sid: { in: calls.map(({ sid }) => sid) } },
    select: LOOKED_AT,
  })
  return new Map(rows.map((row) => [row.sid, row]))
}

function differs(row: Row, call: LoggedCall, now: Date): boolean {
  return !isSettled(row, call) && endOf(call).getTime() + GRACE_MS <= now.getTime()
}

/** That a missed call has its item too is seen to by the database (call_missed_has_item). */
function isSettled(row: Row, call: LoggedCall): boolean {
  return row.state !== 'ringing' && row.endedAt !== null && (row.seconds !== null || call.seconds === null)
}

async function settle(run: Run, call: LoggedCall): Promise<void> {
  const { deps, tally } = run
  const known = (await rowOf(deps, call.sid)) !== null
  await recordCall(deps, call)
  const row = await rowOf(deps, call.sid)
  if (!row || !isSettled(row, call)) throw new Error('A call from the log could not be brought to its end.')
  if (known) tally.repaired += 1
  else tally.created += 1
}

/**
 * Records a call as the carrier's log tells it, with its true times: that it came in, and when it is over also who took it and
 * its end. What is known already stays as it is.
 */
export async function recordCall(deps: Reconciling, call: LoggedCall): Promise<void> {
  const { sid: callSid, from, to } = call
  const origin = { callSid, from, to }
  const known = await rowOf(deps, callSid)
  const ends = () => callEnded(deps, { ...origin, status: call.status, seconds: call.seconds }, endOf(call))
  let takenAt: Date | null = null
  if (isOver(call) && (!known || known.state === 'ringing')) {
    try {
      // Asked before anything is written, so that no other process counts the call as missed meanwhile.
      takenAt = await whenTaken(deps, call)
    } catch (error) {
      // A log that cannot be asked does not lose the call: it is put on record as far as it is known, and the tick counts it as missed
      // unless the log answers soon.
      await recordArrival(deps, origin, call.startedAt, 'end')
      await ends()
      throw error
    }
  }
  if (!known) await recordArrival(deps, origin, call.startedAt, 'log')
  if (!isOver(call)) return
  if (takenAt) await callAnswered(deps, origin, takenAt)
  await ends()
  // Its end may have been told without its length.
  await deps.db.call.updateMany({
    where: { sid: callSid, seconds: null },
    data: { seconds: call.seconds },
  })
  await settleEndedCall(deps, callSid, call.startedAt)
}

/** When a person at the practice took the call; null when nobody did, or the line is one no longer. */
async function whenTaken(deps: Reconciling, call: LoggedCall): Promise<Date | null> {
  const connect = deps.practices.lineByPhone(call.to)?.line.connect
  if (connect?.kind !== 'front') return null
  const least = connect.pressToTake ? LONGEST_WHISPER_SECONDS : 0
  const legs = await deps.carrier.legsOf(call.sid)
  const taken = legs.find(({ status, seconds }) => status === 'completed' && (seconds ?? 0) > least)
  // A leg's length counts from when it was picked up.
  return taken ? new Date(endOf(taken).getTime() - (taken.seconds ?? 0) * 1_000) : null
}

function endOf(call: LoggedCall): Date {
  return call.endedAt ?? new Date(call.startedAt.getTime() + (call.seconds ?? 0) * 1_000)
}
