import { createPractices } from '../../src/casework/casework.ts'
import { tick } from '../../src/casework/tick.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { closeDb, openDb } from '../../src/platform/db.ts'
import { createLog } from '../../src/platform/log.ts'
import { visibleJobs } from '../support/jobs.ts'
import { examplePractice } from '../support/practice.ts'

/*
 * A process that does the clock work of one instant and nothing else: `node ticker.ts DATABASE_URL INSTANT`. It says "ready", ticks
 * whenever it is told to, and answers with how much it did.
 */

const [url = '', instant = ''] = process.argv.slice(2)
const now = new Date(instant)
const db = openDb(url)
const deps = {
  db,
  clock: { now: () => now, jobs: systemClock.jobs },
  log: createLog('silent'),
  jobs: visibleJobs({ up: true, enqueued: [] }),
  practices: createPractices([examplePractice()]),
  listeners: { any: () => false, refresh: () => Promise.resolve() },
}
process.stdout.write('ready\n')
for await (const chunk of process.stdin) {
  if (String(chunk).includes('end')) break
  const { touches, targets } = await tick(deps)
  process.stdout.write(`${String(touches + targets)}\n`)
}
await closeDb(db)
