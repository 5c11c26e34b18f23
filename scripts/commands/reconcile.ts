import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Reconciliation } from '../../prisma/generated/client.ts'
import { orderJob } from '../../src/casework/jobs.ts'
import { orderName } from '../../src/casework/reconcile/order.ts'
import type { Problem } from '../../src/casework/reconcile/run.ts'
import { unreachable } from '../../src/domain/follow-up/words.ts'
import type { Db } from '../../src/platform/db.ts'
import { CannotDo, readFlags, UsageError, type Command, type Io } from './command.ts'
import { withDatabase } from './database.ts'

const DEFAULT_WAIT_SECONDS = 30
const LOOK_EVERY_MS = 200

/** Lets the running product compare the carrier's lists with ours: it alone knows the sandbox's key and clock. */
export const reconcile: Command = {
  name: 'reconcile',
  usage: [
    [
      'reconcile [--wait SECONDS]',
      'lets the running product compare the carrier’s calls, recordings and texts with ours, and tells what it found',
    ],
  ],
  run: (args, io) => {
    const { flags } = readFlags(args, { wait: { type: 'string' } })
    const seconds = Number(flags.wait ?? DEFAULT_WAIT_SECONDS)
    if (!(seconds > 0)) throw new UsageError('--wait is a number of seconds above 0.')
    return withDatabase(io, async ({ db, url }) => {
      const id = randomUUID()
      const ordered = await orderJob({ db, url }, 'reconcile', orderName({ why: 'command', id }))
      const result = ordered ? await resultOf(db, id, seconds) : null
      if (!result) {
        throw new CannotDo(
          `No running product took this up${ordered ? ` within ${String(seconds)} seconds` : ''}: start one on this database with ` +
            '"npm start" (ROLE all or worker). It compares by itself when it starts and every hour.',
        )
      }
      print(result, io)
      return result.failure === null && problemsOf(result).length === 0 ? 0 : 1
    })
  },
}

/**
 * Waits for the end of the comparison, as long as it takes; for its beginning only some seconds, in which none is under way, since
 * there is only one at a time.
 * @returns null when nobody began.
 */
async function resultOf(db: Db, id: string, seconds: number): Promise<Reconciliation | null> {
  let waited = 0
  for (;;) {
    const row = await db.reconciliation.findUnique({ where: { id } })
    if (row?.finishedAt) return row
    if (!row && waited >= seconds * 1_000) return null
    await pause(LOOK_EVERY_MS)
    if (!row) waited += LOOK_EVERY_MS
  }
}

function print(result: Reconciliation, io: Io): void {
  const { calls, recordings, texts, created, repaired, failure } = result
  const problems = problemsOf(result)
  const lines = [
    `Compared with the carrier since ${inWords(result.since)}: ${counted(calls, 'call')}, ${counted(recordings, 'recording')}, ${counted(texts, 'text')}.`,
    `${created === 0 ? 'Nothing was' : `${String(created)} of them were`} missing here${created === 0 ? '' : ' and are recorded now'}; ` +
      `${repaired === 0 ? 'nothing' : String(repaired)} differed${repaired === 0 ? '' : ' and are repaired'}.`,
    ...(failure === null
      ? []
      : [`Not everything was compared: ${failure} It is tried again within the hour.`]),
    ...(problems.length === 0 ? [] : [`Not accounted for: ${String(problems.length)}`]),
    ...problems.map(({ sid, why }) => `  ${sid}  ${meaningOf(why)}`),
    ...(failure === null && problems.length === 0
      ? [`Every call is accounted for, as of ${inWords(result.startedAt)}.`]
      : []),
  ]
  io.stdout.write(`${lines.join('\n')}\n`)
}

/** Written by the product, of the same version: the command runs beside it. */
const problemsOf = ({ problems }: Reconciliation): readonly Problem[] => problems as unknown as Problem[]

function meaningOf(why: Problem['why']): string {
  switch (why) {
    case 'no-line':
      return 'came to a number that is in no clinic file: add the line to it, or release the number'
    case 'no-call':
      return 'is a recording of a call that neither the carrier nor we know'
    case 'not-recorded':
      return 'could not be recorded here: the product’s log says where it failed'
    default:
      return unreachable(why)
  }
}

function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** 2026-12-02 20:00 UTC */
function inWords(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
