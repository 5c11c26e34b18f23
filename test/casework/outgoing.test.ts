import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deliverWebhook } from '../../src/casework/outgoing/deliver.ts'
import { addEndpoint, enableEndpoint, listEndpoints } from '../../src/casework/outgoing/endpoints.ts'
import { signedHeaders } from '../../src/casework/outgoing/signature.ts'
import { mayBeCalled, postOutside } from '../../src/platform/outgoing-request.ts'
import { later } from '../support/practice.ts'
import { startCasework, WEDNESDAY_11, type CaseworkStage } from '../support/casework.ts'
import { bring, list, run, undo } from './imports/lists.ts'

let stage: CaseworkStage
let receiver: Receiver

beforeAll(async () => {
  stage = await startCasework()
})
afterAll(() => stage.close())
beforeEach(async () => {
  receiver = await startReceiver()
  stage.setTime(WEDNESDAY_11)
  await stage.db.webhookEndpoint.deleteMany()
  stage.enqueued.splice(0)
})
afterEach(() => receiver.close())

const subscribe = async (events: readonly string[], clinics: readonly string[] = []) => {
  const order = { url: receiver.url, events, clinics, by: 'test', at: stage.now(), localAllowed: true }
  const added = await addEndpoint(stage.db, order)
  await stage.sending.listeners.refresh()
  return added
}
const deliveries = () => stage.db.webhookDelivery.findMany({ orderBy: { at: 'asc' } })
/** Works what is due, and again after each pause, for so many days. */
const days = async (count: number): Promise<void> => {
  for (let hour = 0; hour < count * 24; hour += 1) {
    await stage.runJobs()
    stage.setTime(later(stage.now(), 60))
  }
}

describe('another system', () => {
  test('is told of an item that was opened, without anything personal, and signed', async () => {
    const { secret } = await subscribe([])
    const phone = stage.newPhone()
    const { followUpId } = await stage.call(phone)
    await stage.runJobs()
    const [heard] = receiver.heard
    expect(JSON.parse(heard?.body ?? '')).toMatchObject({
      type: 'follow-up.opened',
      timestamp: WEDNESDAY_11.toISOString(),
      data: { id: followUpId, trigger: 'missed-call', status: 'new-request', queue: 'assistant' },
    })
    expect(heard?.body).not.toContain(phone)
    const id = String(heard?.headers['webhook-id'])
    expect(heard?.headers).toMatchObject(signedHeaders(secret, id, WEDNESDAY_11, heard?.body ?? ''))
    expect(await deliveries()).toMatchObject([{ state: 'delivered', answer: '200', nextAt: null }])
  })

  test('is told of an opt-out, by number, so that it stops its own texts', async () => {
    await subscribe(['consent.changed'])
    const patient = await stage.patient()
    await stage.text(patient.phone, 'STOP')
    await stage.runJobs()
    const told = receiver.heard.map(({ body }) => JSON.parse(body) as { data: unknown })
    expect(told.map(({ data }) => data)).toEqual([
      { phone: patient.phone, kind: 'grant', scope: 'this-request', basis: 'key-press' },
      { phone: patient.phone, kind: 'revoke', scope: 'all', basis: 'keyword' },
    ])
  })

  test('is told of the consents that a list states, and that they are void when the list is undone', async () => {
    await subscribe(['consent.changed'])
    const phone = stage.newPhone()
    const rows = [`${phone},yes`, `${stage.newPhone()},no`]
    const id = await bring(stage, list('Phone,Recall text consent', ...rows))
    await run(stage, id)
    await undo(stage, id)
    await stage.runJobs()
    const told = receiver.heard.map(({ body }) => (JSON.parse(body) as { data: unknown }).data)
    expect(told).toEqual([
      { phone, kind: 'grant', scope: 'recall', basis: 'import' },
      { phone, kind: 'void', scope: 'all', basis: 'import' },
    ])
  })

  test('hears what it asked for and of its own practices only', async () => {
    await subscribe(['follow-up.closed'])
    await subscribe([], ['another-practice'])
    await stage.call(stage.newPhone())
    // Whose patient somebody is shows in a change of their consent, too.
    const patient = await stage.patient()
    await stage.text(patient.phone, 'STOP')
    await stage.runJobs()
    expect(receiver.heard).toEqual([])
  })

  test('that fails is told again later under the same id, until it answers', async () => {
    await subscribe(['follow-up.opened'])
    receiver.answers.push(500, 302)
    await stage.call(stage.newPhone())
    await days(1)
    expect(receiver.heard).toHaveLength(3)
    expect(new Set(receiver.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(await deliveries()).toMatchObject([{ state: 'delivered', tries: 2 }])
  })

  test('that never answers is switched off after some days, and on again by hand', async () => {
    const { endpoint } = await subscribe(['follow-up.opened'])
    receiver.answers.push(...Array.from({ length: 20 }, () => 503))
    await stage.call(stage.newPhone())
    await days(5)
    expect(receiver.heard).toHaveLength(10)
    expect(await deliveries()).toMatchObject([{ state: 'given-up', answer: '503' }])
    expect(await listEndpoints(stage.db)).toMatchObject([{ id: endpoint.id, disabledAt: expect.any(Date) }])
    await stage.call(stage.newPhone())
    expect(await deliveries()).toHaveLength(1)
    await enableEndpoint(stage.db, endpoint.id)
    await stage.sending.listeners.refresh()
    receiver.answers.splice(0)
    await stage.call(stage.newPhone())
    await stage.runJobs()
    expect(receiver.heard).toHaveLength(11)
  })

  test('that hears all but one thing goes on hearing', async () => {
    const { endpoint } = await subscribe(['follow-up.opened'])
    const { followUpId } = await stage.call(stage.newPhone())
    receiver.refused.push(followUpId)
    await days(1)
    await stage.call(stage.newPhone())
    await days(4)
    expect((await deliveries()).map(({ state }) => state)).toEqual(['given-up', 'delivered'])
    expect(await listEndpoints(stage.db)).toMatchObject([{ id: endpoint.id, disabledAt: null }])
  })

  test('that says it is gone is switched off at once', async () => {
    await subscribe(['follow-up.opened'])
    receiver.answers.push(410)
    await stage.call(stage.newPhone())
    await stage.runJobs()
    expect(await listEndpoints(stage.db)).toMatchObject([{ disabledWhy: 'it answered 410 Gone' }])
  })

  test('is told once, however often the job comes', async () => {
    await subscribe(['follow-up.opened'])
    await stage.call(stage.newPhone())
    const [{ id } = { id: '' }] = await deliveries()
    for (let time = 0; time < 3; time += 1) await deliverWebhook({ ...stage.sending, local: true }, id)
    expect(receiver.heard).toHaveLength(1)
  })
})

test('signs as the specification’s own example', () => {
  expect(
    signedHeaders(
      'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      new Date(1_614_265_330_000),
      '{"test": 2432232314}',
    )['webhook-signature'],
  ).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})

describe('an address inside', () => {
  test.each([
    'http://records.example.org/',
    'https://localhost/',
    'https://127.0.0.1/',
    'https://10.1.2.3/',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[fd00::1]/',
    // The same addresses in other clothes: 10.0.0.1 as one number, in hexadecimal and octal, and inside addresses of IPv6.
    'https://167772161/',
    'https://0xa000001/',
    'https://012.0.0.1/',
    'https://127.1/',
    'https://127.0.0.1./',
    'https://0.0.0.0/',
    'https://[::]/',
    'https://[::ffff:a00:1]/',
    'https://[::a00:1]/',
    'https://[64:ff9b::a00:1]/',
    'https://[64:ff9b:1::a00:1]/',
    'https://[2002:a00:1::1]/',
    'https://[fec0::1]/',
    'https://[fe80::1]/',
    'https://255.255.255.255/',
    'https://LOCALHOST/',
    'https://localhost./',
    'https://metadata.localhost/',
    'https://user:word@records.example.org/',
    'ftp://records.example.org/',
    'records',
  ])('%s is refused with what is expected', (address) => {
    expect(mayBeCalled(address, false)).toContain('expected an https address')
  })

  test('is refused also when a name leads to it', async () => {
    await expect(postOutside('https://localhost.localdomain/', {}, '', false)).rejects.toThrow()
    expect(receiver.heard).toEqual([])
  })
})

type Receiver = {
  readonly url: string
  readonly heard: { headers: IncomingHttpHeaders; body: string }[]
  /** the statuses of the next answers; 200 when there is none */
  readonly answers: number[]
  /** words: what holds one of them is always answered with 503 */
  readonly refused: string[]
  close(): Promise<void>
}

async function startReceiver(): Promise<Receiver> {
  const heard: Receiver['heard'] = []
  const answers: number[] = []
  const refused: string[] = []
  const server: Server = createServer((request, response) => {
    void text(request).then((body) => {
      heard.push({ headers: request.headers, body })
      const status = refused.some((word) => body.includes(word)) ? 503 : (answers.shift() ?? 200)
      response.writeHead(status, { location: 'http://127.0.0.1:9/' })
      response.end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/hook`,
    ...{ heard, answers, refused },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
