import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLive } from '../../src/admin/live.ts'
import { createApiKey, type Scope } from '../../src/api/keys.ts'
import { createApp } from '../../src/app.ts'
import { createPractices, type Casework } from '../../src/casework/casework.ts'
import { createListeners } from '../../src/casework/outgoing/announce.ts'
import { storePractices } from '../../src/casework/practice-store.ts'
import { createReload } from '../../src/casework/reload.ts'
import type { Policy } from '../../src/domain/policy/policy.ts'
import type { Actor } from '../../src/domain/staff/roles.ts'
import { createAccounts } from '../../src/platform/accounts.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Db } from '../../src/platform/db.ts'
import { carrierPictures } from '../../src/platform/carrier/pictures.ts'
import { carrierRecordings } from '../../src/platform/carrier/recordings.ts'
import { createLog } from '../../src/platform/log.ts'
import { borrowedDatabase } from '../support/database.ts'
import { visibleJobs, type JobQueue } from '../support/jobs.ts'
import { examplePractice, WEDNESDAY_9 } from '../support/practice.ts'

/** The example practice's main line; its own phones ring first, so that every call to it was missed. */
export const MAIN_LINE = '+14155550100'
/** The only line of a second practice in the same installation. */
export const OTHER_LINE = '+12065550100'
export const NURSE: Actor = { id: 'nurse', name: 'Nora', roles: ['assistant', 'licensed'], clinics: [] }

/** The whole product on a port of its own, before an empty database; time stands still until it is set. */
export type Served = {
  readonly casework: Casework
  readonly db: Db
  readonly url: string
  readonly databaseUrl: string
  /** every line of the log so far */
  readonly logged: readonly string[]
  /** the queue, as far as these tests look at it */
  readonly jobs: JobQueue
  setTime(at: Date): void
  /** Makes a key and returns it. */
  key(scopes: readonly Scope[], clinics?: readonly string[]): Promise<string>
  /** GET below /api/v1 */
  get(path: string, key?: string): Promise<Response>
  /** POST of a JSON body below /api/v1 */
  post(
    path: string,
    body: unknown,
    key: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answered>
  close(): Promise<void>
}

/** A status, headers and a body that was read. */
export type Answered = {
  readonly status: number
  readonly headers: Headers
  readonly body: Readonly<Record<string, unknown>>
}

export async function serve(options: { tickExpected: boolean } = { tickExpected: true }): Promise<Served> {
  const database = await borrowedDatabase()
  const { db } = database
  const logged: string[] = []
  const log = createLog('info', { write: (line) => void logged.push(line) })
  let now = WEDNESDAY_9
  const queue: JobQueue = { up: true, enqueued: [] }
  const policies = [examplePractice(), otherPractice()]
  await storePractices(db, policies, now)
  const casework: Casework = {
    db,
    log,
    clock: { now: () => now, jobs: systemClock.jobs },
    jobs: visibleJobs(queue),
    practices: createPractices(policies),
    listeners: createListeners(db),
  }
  const live = createLive({ db, log })
  const baseUrl = 'http://localhost:3000'
  const account = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'token' }
  const app = createApp({
    casework,
    live,
    baseUrl,
    reloadPractices: createReload({
      ...casework,
      clinicFile: 'clinic.yaml',
      onReplaced: () => live.changed(null),
    }).reload,
    accounts: createAccounts({ db, secret: 'a secret of the tests, long enough', baseUrl, log }),
    recordings: carrierRecordings({ ...account, apiUrl: 'http://127.0.0.1:9' }),
    pictures: carrierPictures({ ...account, apiUrl: 'http://127.0.0.1:9' }),
    webhooks: {
      publicUrl: baseUrl,
      accountSid: account.accountSid,
      apiUrl: 'http://127.0.0.1:9',
      tokens: [account.authToken],
    },
    health: options,
  })
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  return {
    ...{ casework, db, url, logged, jobs: queue, databaseUrl: database.url },
    setTime: (at) => {
      now = at
    },
    key: async (scopes, clinics = []) =>
      (await createApiKey(db, { name: 'test', scopes, clinics, at: now })).key,
    get: (path, key) =>
      fetch(`${url}/api/v1${path}`, key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } }),
    post: async (path, body, key, headers = {}) => {
      const response = await fetch(`${url}/api/v1${path}`, {
        method: 'POST',
        headers: { ...headers, authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      const answer = (await response.json()) as Answered['body']
      return { status: response.status, headers: response.headers, body: answer }
    },
    close: async () => {
      live.close()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
      await database.close()
    },
  }
}

function otherPractice(): Policy {
  const { lines, ...rest } = examplePractice()
  const [line] = lines
  if (!line) throw new Error('the example practice has no line')
  return {
    ...rest,
    clinicId: 'harbor',
    version: 'harbor:1',
    lines: [{ ...line, id: 'harbor/main', phone: OTHER_LINE }],
  }
}
