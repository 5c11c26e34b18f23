import { randomUUID } from 'node:crypto'
import type { CodeRule, FaultReason } from '../../domain/texting/carrier-code-table.ts'
import { stopsAll } from '../../domain/texting/carrier-codes.ts'
import type { Clock } from '../../platform/clock.ts'
import { inTransaction, type Db, type Tx } from '../../platform/db.ts'
import type { Casework } from '../casework.ts'
import type { Desk } from '../record.ts'

/** A fault of the account or of one sender, for which its texts wait until somebody resumes them. */
export type ActiveStop = {
  readonly id: string
  readonly at: Date
  /** the sending number; null: all of them */
  readonly sender: string | null
  readonly code: number | null
  readonly reason: string
}

/** What mends a fault that stops texts; the rest is the carrier's own console. */
const REMEDIES: Readonly<Partial<Record<FaultReason, string>>> = {
  credentials: 'Check TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and PUBLIC_URL, and that the account is open.',
  'account-restricted':
    'Ask the carrier what the account lacks: payment, an upgrade from trial, or the end of a suspension.',
  'sender-not-usable': 'Make sure that the line’s number belongs to the account and may send texts.',
  'unregistered-sender':
    'Register the number: a 10DLC campaign for a local number, the verification for a toll-free one.',
  filtered:
    'Ask the carrier which wording its filter took for spam, and change that wording before going on.',
  'faulty-request': 'Check PUBLIC_URL and the account’s settings for message redaction.',
}

/** @returns what an operator does about it, in one sentence. */
export function remedyFor(reason: string): string {
  return REMEDIES[reason as FaultReason] ?? 'Look the code up in the carrier’s console.'
}

/** Whether texts of this sender must wait. Inside a transaction the answer holds until its end: resuming waits for it. */
export async function isStopped(tx: Pick<Tx, '$queryRaw'>, sender: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM sending_stop WHERE resumed_at IS NULL AND (sender IS NULL OR sender = ${sender}) LIMIT 1 FOR SHARE`
  return rows.length > 0
}

/**
 * Stops what a fault concerns: the account or the sender. However many texts meet the same fault, it is written down and told once.
 * @param line the one that the text was to leave from
 */
export async function stopSending(
  deps: Pick<Casework, 'log'>,
  desk: Pick<Desk, 'tx' | 'at'>,
  line: { readonly id: string; readonly phone: string },
  rule: CodeRule,
): Promise<void> {
  const concerned = stopsAll(rule) ? null : line.phone
  const fresh = await desk.tx.$executeRaw`
    INSERT INTO sending_stop (id, at, sender, code, reason)
    VALUES (${randomUUID()}::uuid, ${desk.at}, ${concerned}, ${rule.code}, ${rule.reason})
    ON CONFLICT (coalesce(sender, ''), reason) WHERE resumed_at IS NULL DO NOTHING`
  if (fresh === 0) {
    // Resumed in this very moment, though the fault is still there: it is a new one.
    if (!(await isStopped(desk.tx, line.phone))) await stopSending(deps, desk, line, rule)
    return
  }
  deps.log.error(
    { code: rule.code, reason: rule.reason, lineId: line.id },
    `texts ${concerned === null ? '' : 'of one line '}are stopped: ${rule.meaning} ${remedyFor(rule.reason)} Then run ` +
      '"npm run ringback -- texts resume".',
  )
}

/** The faults that hold texts back now, oldest first. */
export function activeStops(db: Db): Promise<ActiveStop[]> {
  return db.sendingStop.findMany({
    where: { resumedAt: null },
    select: { id: true, at: true, sender: true, code: true, reason: true },
    orderBy: { at: 'asc' },
  })
}

/**
 * Ends every stop: somebody says that the faults are mended. The next tick asks the gate about each text that waited; one that
 * meets the same fault again stops them again.
 * @param by a staff id, "key:" and an API key's id, or "command"
 * @returns how many faults were ended.
 */
export function resumeSending(
  deps: { readonly db: Db; readonly clock: Pick<Clock, 'now'> },
  by: string,
): Promise<number> {
  return inTransaction(deps.db, async (tx) => {
    const at = deps.clock.now()
    const stops = await tx.sendingStop.updateManyAndReturn({
      where: { resumedAt: null },
      data: { resumedAt: at, resumedBy: by },
      select: { id: true, code: true, reason: true },
    })
    // Due since they were written, by whatever clock the product runs on.
    await tx.$executeRaw`
      UPDATE message SET not_before = created_at WHERE state = 'held' AND refusal = 'sending-stopped' AND not_before IS NULL`
    for (const { id, code, reason } of stops) {
      const detail = { code, reason }
      await tx.auditEntry.create({
        data: { at, actor: by, action: 'sending-resumed', subject: `sending-stop:${id}`, detail },
      })
    }
    return stops.length
  })
}
