import { afterAll, beforeAll, expect, it } from 'vitest'
import { SCOPES, type Scope } from '../../src/api/keys.ts'
import type { Document } from './openapi-document.ts'
import { serve, type Served } from './served.ts'

/* Who may do what. An operation that is not in this table fails the test: somebody must decide who may do it. */
const READS = ['assistant', 'licensed', 'manager'] as const
const EVERYBODY = ['intake', ...READS] as const
const ALLOWED: Readonly<Record<string, readonly Scope[]>> = {
  listFollowUps: READS,
  createFollowUp: EVERYBODY,
  readFollowUp: READS,
  claimFollowUp: READS,
  releaseFollowUp: READS,
  acknowledgeFollowUp: READS,
  recordOutcome: READS,
  addNote: READS,
  removeFollowUp: READS,
  reopenFollowUp: READS,
  raiseFollowUp: READS,
  lowerFollowUp: ['licensed'],
  readContact: READS,
  recordConsent: EVERYBODY,
  listMessages: READS,
  messagingReport: ['manager'],
  dailyClose: ['manager'],
  weekly: ['manager'],
  heatmap: ['manager'],
  readAudit: ['manager'],
  createImport: ['intake', 'manager'],
  readImport: ['intake', 'manager'],
  startImport: ['intake', 'manager'],
}

let served: Served
let document: Document
beforeAll(async () => {
  served = await serve()
  document = (await (await served.get('/openapi.json')).json()) as Document
})
afterAll(() => served.close())

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, security }]) => ({
      ...{ path, method, operationId },
      // What the description promises.
      promised: security.flatMap(({ key }) => key).toSorted(),
    })),
  )

it('every operation is in the table, and says of itself what the table says', () => {
  expect(
    Object.fromEntries(operations().map(({ operationId, promised }) => [operationId, promised])),
  ).toEqual(Object.fromEntries(Object.entries(ALLOWED).map(([id, scopes]) => [id, scopes.toSorted()])))
})

it.each([...SCOPES])(
  'a key with the scope %s alone gets past the door where the table says so, and nowhere else',
  async (scope) => {
    const key = await served.key([scope])
    const before = await served.db.followUp.count()
    for (const { path, method, operationId } of operations()) {
      const address = path
        .replace('{id}', '7b0c9a54-5c8e-4a51-8c55-1f6f7d0f2f10')
        .replace('{phone}', '%2B14155550123')
      const response = await fetch(`${served.url}/api/v1${address}`, {
        method: method.toUpperCase(),
        headers: { authorization: `Bearer ${key}` },
      })
      const turnedAway = response.headers.get('www-authenticate')?.includes('insufficient_scope') ?? false
      expect([operationId, turnedAway]).toEqual([
        operationId,
        ALLOWED[operationId]?.includes(scope) === false,
      ])
      expect([operationId, response.status === 403]).toEqual([operationId, turnedAway])
    }
    expect(await served.db.followUp.count()).toBe(before)
  },
)

it('a key without any scope gets past no door', async () => {
  const key = await served.key([])
  for (const path of ['/follow-ups', '/audit', '/reports/weekly'])
    expect((await served.get(path, key)).status).toBe(403)
})
