import { createReadStream } from 'node:fs'
import { access, constants, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startImport } from '../../src/casework/imports/orders.ts'
import { fileProblemText } from '../../src/casework/imports/problem-text.ts'
import { takeInList, type ListDeps, type ListOrder } from '../../src/casework/imports/take-in.ts'
import {
  countNotImported,
  readImport,
  rowsNotImported,
  type ImportState,
  type ImportView,
} from '../../src/casework/imports/view.ts'
import { orderJob } from '../../src/casework/jobs.ts'
import { loadPolicies } from '../../src/casework/policy/load.ts'
import { LIST_TRIGGERS, listTrigger } from '../../src/domain/imports/fields.ts'
import { IMPORTED } from '../../src/domain/imports/verdict.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Config } from '../../src/platform/config.ts'
import { CannotDo, readFlags, UsageError, type Command, type Io } from './command.ts'
import { withDatabase, type Opened } from './database.ts'
import { linesOf } from './lines.ts'

const FLAGS = {
  clinic: { type: 'string' },
  line: { type: 'string' },
  trigger: { type: 'string' },
  yes: { type: 'boolean' },
} as const
const LOOK_EVERY_MS = 200
/** A running product begins with a list at once; after so long there is none. */
const WAIT_FOR_BEGIN_MS = 30_000
const MOST_ROWS_SHOWN = 20

/** Brings a list in beside the running product, which looks through it and imports it: it alone knows the rules and the clock. */
export const importList: Command = {
  name: 'import',
  usage: [
    [
      `import FILE [--clinic ID] [--line ID] [--trigger ${LIST_TRIGGERS.slice(0, 3).join('|')}|…] [--yes]`,
      'shows what importing a CSV list would do, row by row, and does it when you say yes',
    ],
  ],
  run: async (args, io) => {
    const { flags, words } = readFlags(args, FLAGS, ['FILE'])
    const { FILE: file = '' } = words
    await readable(file)
    return withDatabase(io, async (opened) => {
      const place = placeOf(opened.config, flags)
      const order = { ...place, fileName: basename(file), startsItself: false }
      const id = await bringIn(opened, order, file)
      const preview = await reached(opened, id, ['preview'], io)
      await show(opened, preview, io)
      const count = IMPORTED.reduce((sum, verdict) => sum + preview.counts[verdict], 0)
      if (count === 0) throw new CannotDo('No row can be imported. Nothing was changed.')
      if (flags.yes !== true && !(await confirmed(io, count))) {
        io.stdout.write('Nothing was changed. The list waits on the page Lists.\n')
        return 1
      }
      const started = await startImport(depsOf(opened), COMMAND, id)
      if (started.type === 'refused')
        throw new CannotDo('Somebody was faster: the page Lists shows what became of it.')
      await orderJob(opened, 'run-import', id)
      const { counts } = await reached(opened, id, ['done'], io)
      io.stdout.write(
        `Imported: ${String(counts.new + counts['opted-out'])} new, ${String(counts.joined)} joined open items. To undo it: page Lists.\n`,
      )
      return 0
    })
  },
}

const COMMAND = { id: 'command', clinics: [] } as const

/** The job is ordered apart: this process has no queue of its own. */
function depsOf({ db }: Opened): ListDeps {
  return { db, clock: systemClock, jobs: { enqueue: () => Promise.resolve() } }
}

/** @throws CannotDo for what is no file, or none that this user may read. */
async function readable(file: string): Promise<void> {
  const expected = `${file} cannot be read. Name a CSV file whose first row names the columns.`
  try {
    await access(file, constants.R_OK)
  } catch (error) {
    throw new CannotDo(expected, { cause: error })
  }
  if ((await stat(file)).isDirectory()) throw new CannotDo(expected)
}

/** @throws UsageError for a clinic, line or trigger that is not there, and for a missing clinic where there are several. */
function placeOf(
  config: Config,
  flags: { clinic?: string; line?: string; trigger?: string },
): Pick<ListOrder, 'clinicId' | 'lineId' | 'trigger'> {
  const policies = loadPolicies(config.clinicFile)
  const wanted = policies.filter(({ clinicId }) => flags.clinic === undefined || clinicId === flags.clinic)
  const [policy] = wanted
  if (!policy || wanted.length > 1) {
    const known = policies.map(({ clinicId }) => clinicId).join(', ')
    throw new UsageError(`--clinic ${flags.clinic ?? ''} names no single clinic: it is one of ${known}.`)
  }
  const lineId = flags.line ?? policy.lines[0]?.id ?? ''
  if (!policy.lines.some(({ id }) => id === lineId))
    throw new UsageError(
      `--line ${lineId} is not known: it is one of ${policy.lines.map(({ id }) => id).join(', ')}.`,
    )
  const about = listTrigger(flags.trigger ?? 'recall-due')
  if (!about)
    throw new UsageError(
      `--trigger ${flags.trigger ?? ''} is not known: it is one of ${LIST_TRIGGERS.join(', ')}.`,
    )
  return { clinicId: policy.clinicId, lineId, trigger: about }
}

async function bringIn(opened: Opened, order: ListOrder, file: string): Promise<string> {
  const taken = await takeInList(depsOf(opened), COMMAND.id, order, createReadStream(file))
  if (taken.type === 'refused') throw new CannotDo(fileProblemText(taken.problem))
  if (!(await orderJob(opened, 'judge-import', taken.id))) {
    await opened.db.import.delete({ where: { id: taken.id } })
    throw new CannotDo('No product ever ran on this database: start one with "npm start" first.')
  }
  return taken.id
}

/** Waits until the import is in one of these states, as long as something happens. */
async function reached(
  { db }: Opened,
  id: string,
  states: readonly ImportState[],
  io: Io,
): Promise<ImportView> {
  let last = ''
  for (let still = 0; still < WAIT_FOR_BEGIN_MS; still += LOOK_EVERY_MS) {
    const item = await readImport(db, [], id)
    if (!item) throw new CannotDo('The list was removed meanwhile.')
    if (states.includes(item.state)) return item
    const now = `${item.state} ${String(item.progress?.done)}`
    if (now !== last) still = 0
    if (now !== last && item.progress && item.progress.done > 0)
      io.stderr.write(`${item.state}: ${String(item.progress.done)} of ${String(item.progress.of)} rows\n`)
    last = now
    await pause(LOOK_EVERY_MS)
  }
  throw new CannotDo(
    'No running product took this up: start one on this database with "npm start" (ROLE all or worker). The list waits for it.',
  )
}

/** Counts, and why rows are left out; no names and numbers, because the output may be kept. */
async function show({ db }: Opened, { id, rows, counts }: ImportView, io: Io): Promise<void> {
  io.stdout.write(
    `${String(rows)} rows: ${String(counts.new)} new, ${String(counts['opted-out'])} new without texts, ${String(counts.joined)} join open items, ` +
      `${String(counts.skipped)} skipped, ${String(counts.rejected)} rejected.\n`,
  )
  let shown = 0
  for await (const some of rowsNotImported(db, id)) {
    for (const { row, verdict, why } of some.slice(0, MOST_ROWS_SHOWN - shown)) {
      const problems = (why.problems ?? []).map((each) => [each.why, each.field].filter(Boolean).join(' in '))
      const reason = [why.why, ...problems].filter((part) => part !== undefined).join(', ')
      const other = why.item === undefined ? why.row && `row ${String(why.row)}` : `item ${String(why.item)}`
      io.stdout.write(`  row ${String(row)}  ${verdict}: ${[reason, other].filter(Boolean).join(', ')}\n`)
      shown += 1
    }
    if (shown === MOST_ROWS_SHOWN) break
  }
  const left = (await countNotImported(db, id)) - shown
  if (left > 0) io.stdout.write(`  … and ${String(left)} more\n`)
}

async function confirmed(io: Io, count: number): Promise<boolean> {
  io.stdout.write(`Import ${String(count)} rows? [y/N] `)
  for await (const answer of linesOf(io.stdin)) return /^(y|yes|s|sí|si)$/i.test(answer.trim())
  return false
}
