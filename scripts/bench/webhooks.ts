import { fork } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { findEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { percentile, type Bench, type Table } from './bench.ts'
import { ACCOUNT, emptyCarrier, sender, signed, TOKEN, type Webhook } from './carrier.ts'

/** The backup line of the example practice, and a plain working hour of its. */
const LINE = '+14155550100'
const NOW = '2026-12-02T17:00:00Z'

const WARM_UP = 40
const CALLS = 300
const IN_FLIGHT = 32
const PER_ROUND = 800
const ROUNDS = 3

/** The webhooks of one missed call with a voicemail, in Twilio's usual order. */
const STEPS: readonly (readonly [
  path: string,
  fields: (count: number) => Readonly<Record<string, string>>,
])[] = [
  ['incoming', () => ({ CallStatus: 'ringing' })],
  ['choice?turn=en', () => ({ Digits: '1' })],
  [
    'voicemail?turn=en',
    (count) => ({ RecordingSid: sid('RE', count), RecordingDuration: '12', Digits: 'hangup' }),
  ],
  [
    'recording?turn=en',
    (count) => ({ RecordingSid: sid('RE', count), RecordingStatus: 'completed', RecordingDuration: '12' }),
  ],
  [
    'transcription?turn=en',
    (count) => ({
      TranscriptionSid: sid('TR', count),
      TranscriptionStatus: 'completed',
      TranscriptionText:
        'Hi this is Maria Lopez, I would like to move my appointment to next week. Thank you.',
    }),
  ],
  ['status', () => ({ CallStatus: 'completed', CallDuration: '31' })],
]

export const webhooks: Bench = {
  name: 'webhooks',
  about: 'the webhooks of missed calls against the real product, one after another and many at once',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ringback-bench-'))
    // The database's own user must reach it.
    await chmod(folder, 0o755)
    const carrier = await emptyCarrier()
    const env = {
      PATH: process.env['PATH'],
      PORT: String(await freePort()),
      DATA_DIR: folder,
      LOG_LEVEL: 'error',
      SANDBOX_CLOCK: NOW,
      TWILIO_ACCOUNT_SID: ACCOUNT,
      TWILIO_AUTH_TOKEN: TOKEN,
      TWILIO_API_URL: carrier.url,
    }
    const product = await startServer(env, 'product')
    try {
      const alone = await oneAfterAnother(product.url)
      const ideal = await startServer(env, 'ideal', sid('CA', 1_000_000))
      try {
        const together = await manyAtOnce(product, ideal)
        await mustHaveItems(folder, WARM_UP + CALLS + 1 + 2 * ROUNDS * PER_ROUND)
        return [alone, together]
      } finally {
        await ideal.stop()
      }
    } finally {
      await product.stop()
      await carrier.close()
      await rm(folder, { recursive: true, force: true })
    }
  },
}

async function oneAfterAnother(url: string): Promise<Table> {
  const { send, close } = sender(url)
  const took = new Map<string, number[]>(STEPS.map(([path]) => [path, []]))
  for (let count = 0; count < WARM_UP + CALLS; count += 1) {
    for (const [path] of STEPS) {
      const milliseconds = await send(webhookOf(url, path, count))
      if (count >= WARM_UP) took.get(path)?.push(milliseconds)
    }
  }
  // An example of a new caller's first webhook alone, whose rows the ideal writes.
  await send(webhookOf(url, 'incoming', 1_000_000))
  close()
  const row = (name: string, values: readonly number[]): string[] => [
    name,
    ...[0.5, 0.95, 1].map((share) => percentile(values, share).toFixed(1)),
  ]
  return {
    title: `${CALLS} missed calls one after another, milliseconds per webhook (aim: median below 50)`,
    columns: ['webhook', 'median', '95 %', 'slowest'],
    rows: [
      ...[...took].map(([path, values]) => row(path.split('?')[0] ?? path, values)),
      row('all', [...took.values()].flat()),
    ],
  }
}

type Round = { readonly perSecond: number; readonly cpuEach: number }

async function manyAtOnce(product: Server, ideal: Server): Promise<Table> {
  const rounds = { ideal: [] as Round[], product: [] as Round[] }
  let from = 2_000_000
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.ideal.push(await throughput(ideal, (from += PER_ROUND)))
    rounds.product.push(await throughput(product, (from += PER_ROUND)))
  }
  const middle = (of: readonly Round[], what: keyof Round): number =>
    percentile(
      of.map((round) => round[what]),
      0.5,
    )
  const row = (name: string, of: readonly Round[]): string[] => [
    name,
    ...of.map(({ perSecond }) => perSecond.toFixed(0)),
    middle(of, 'perSecond').toFixed(0),
    (middle(of, 'perSecond') / middle(rounds.ideal, 'perSecond')).toFixed(2),
    middle(of, 'cpuEach').toFixed(2),
  ]
  return {
    title: `Incoming calls of new callers with ${IN_FLIGHT} in flight, per second (aim: at least 0.4 of the ideal)`,
    columns: [
      '',
      ...rounds.ideal.map((_, round) => `round ${round + 1}`),
      'median',
      'of ideal',
      'CPU ms each',
    ],
    rows: [row('bare Express, one statement', rounds.ideal), row('product', rounds.product)],
  }
}

/** How fast incoming calls are answered, and the server's own processor time for each, the database left out. */
async function throughput(server: Server, from: number): Promise<Round> {
  const { send, close } = sender(server.url)
  const waiting = Array.from({ length: PER_ROUND }, (_, index) =>
    webhookOf(server.url, 'incoming', from + index),
  )
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await send(next)
  }
  const cpuBefore = await server.cpu()
  const began = performance.now()
  await Promise.all(Array.from({ length: IN_FLIGHT }, work))
  const seconds = (performance.now() - began) / 1_000
  close()
  return { perSecond: PER_ROUND / seconds, cpuEach: ((await server.cpu()) - cpuBefore) / PER_ROUND }
}

/** A caller is greeted even when the call could not be recorded, so a 200 alone does not show that the work was done. */
async function mustHaveItems(folder: string, expected: number): Promise<void> {
  const client = new pg.Client({ connectionString: await findEmbeddedPostgres(folder) })
  await client.connect()
  const { rows } = await client.query<{ found: number }>(
    'SELECT count(DISTINCT follow_up_id)::int AS found FROM call JOIN history USING (follow_up_id)',
  )
  await client.end()
  const found = rows[0]?.found ?? 0
  if (found !== expected)
    throw new Error(`${expected} calls were answered but ${found} have an item: these figures mean nothing.`)
}

/** The webhook of one kind for the n-th call, whose caller has never called before. */
function webhookOf(url: string, path: string, count: number): Webhook {
  const step = STEPS.find(([name]) => name === path)
  return signed(url, `/webhooks/voice/${path}`, {
    CallSid: sid('CA', count),
    From: `+1${415 + Math.floor(count / 1_000_000)}${2_000_000 + (count % 1_000_000)}`,
    To: LINE,
    Direction: 'inbound',
    ...step?.[1](count),
  })
}

function sid(prefix: 'CA' | 'RE' | 'TR', count: number): string {
  return prefix + count.toString(16).padStart(32, '0')
}

type Server = {
  readonly url: string
  /** milliseconds of processor time used so far */
  cpu(): Promise<number>
  stop(): Promise<void>
}

async function startServer(env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<Server> {
  const child = fork(new URL('server.ts', import.meta.url), args, {
    env: { ...env, NODE_OPTIONS: process.env['NODE_OPTIONS'] },
  })
  const gone = once(child, 'exit')
  const told = async (): Promise<{ url: string; cpu: number }> => {
    const [message] = (await Promise.race([once(child, 'message'), gone])) as [unknown]
    if (message !== null && typeof message === 'object') return message as { url: string; cpu: number }
    throw new Error(`The ${args[0] ?? ''} server has ended; its own message stands above.`)
  }
  const { url } = await told()
  return {
    url,
    cpu: async () => {
      child.send('cpu')
      return (await told()).cpu
    },
    stop: async () => {
      if (child.connected) child.disconnect()
      await gone
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
