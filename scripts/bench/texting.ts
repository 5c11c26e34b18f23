import { fork } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { percentile, type Bench, type Table } from './bench.ts'
import { ACCOUNT, TOKEN } from './carrier.ts'
import type { Measured, Order } from './texting-server.ts'

const WARM_UP = 500
const PER_ROUND = 500
const ROUNDS = 3

export const texting: Bench = {
  name: 'texting',
  about: 'texts through the gate, out and on record, against the bare client of the carrier',
  run: async () => {
    const load = loadavg()[0] ?? 0
    const folder = await mkdtemp(join(tmpdir(), 'ringback-bench-'))
    // The database's own user must reach it.
    await chmod(folder, 0o755)
    const env = {
      ...{ PATH: process.env['PATH'], DATA_DIR: folder, LOG_LEVEL: 'error' },
      ...{ TWILIO_ACCOUNT_SID: ACCOUNT, TWILIO_AUTH_TOKEN: TOKEN },
    }
    const carrier = await startProcess({ ...env, TWILIO_API_URL: 'http://127.0.0.1:9' }, 'carrier')
    try {
      const worker = await startProcess({ ...env, TWILIO_API_URL: carrier.url }, 'worker')
      try {
        return [await compare(worker, load)]
      } finally {
        await worker.stop()
      }
    } finally {
      await carrier.stop()
      await rm(folder, { recursive: true, force: true })
    }
  },
}

async function compare(worker: Process, load: number): Promise<Table> {
  const measured = { bare: [] as Measured[], product: [] as Measured[] }
  for (const send of ['bare', 'product'] as const) await worker.order({ send, texts: WARM_UP })
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const send of ['bare', 'product'] as const) {
      measured[send].push(await worker.order({ send, texts: PER_ROUND }))
    }
  }
  const rates = (of: readonly Measured[]): number[] => of.map(({ seconds }) => PER_ROUND / seconds)
  const middle = (values: readonly number[]): number => percentile(values, 0.5)
  const row = (name: string, of: readonly Measured[]): string[] => [
    name,
    ...rates(of).map((rate) => rate.toFixed(0)),
    middle(rates(of)).toFixed(0),
    (middle(rates(of)) / middle(rates(measured.bare))).toFixed(2),
    (middle(of.map(({ cpuMilliseconds }) => cpuMilliseconds)) / PER_ROUND).toFixed(2),
  ]
  const cores = availableParallelism()
  // Half a core's worth of other work already moves these figures.
  const beside = load > 0.5 ? ` — the machine was busy before: load ${load.toFixed(1)} on ${cores} cores` : ''
  return {
    title: `Texts a second, 16 in flight (aim: at least 0.5 of the bare client)${beside}`,
    columns: [
      '',
      ...rates(measured.bare).map((_, round) => `round ${round + 1}`),
      'median',
      'of bare',
      'CPU ms each',
    ],
    rows: [row('bare twilio client', measured.bare), row('gate, send and record', measured.product)],
  }
}

type Process = {
  readonly url: string
  order(order: Order): Promise<Measured>
  stop(): Promise<void>
}

async function startProcess(env: NodeJS.ProcessEnv, role: 'carrier' | 'worker'): Promise<Process> {
  const child = fork(new URL('texting-server.ts', import.meta.url), [role], {
    env: { ...env, NODE_OPTIONS: process.env['NODE_OPTIONS'] },
    execArgv: [],
  })
  const gone = once(child, 'exit')
  const told = async <Told>(): Promise<Told> => {
    const [message] = (await Promise.race([once(child, 'message'), gone])) as [unknown]
    if (message !== null && typeof message === 'object') return message as Told
    throw new Error(`The ${role} of the bench has ended; its own message stands above.`)
  }
  const { url } = await told<{ url: string }>()
  return {
    url,
    order: (order) => {
      const answer = told<Measured>()
      child.send(order)
      return answer
    },
    stop: async () => {
      if (child.connected) child.disconnect()
      await gone
    },
  }
}
