import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judgeImport } from '../../src/casework/imports/judge.ts'
import { runImport } from '../../src/casework/imports/run.ts'
import { promisedAnswer, type Document } from './openapi-document.ts'
import { serve, type Served } from './served.ts'

type Import = {
  id: string
  state: string
  rows: number
  counts: Record<string, number>
  [name: string]: unknown
}

let served: Served
let document: Document
let intake: string
let manager: string
let elsewhere: string

beforeAll(async () => {
  served = await serve()
  document = (await (await served.get('/openapi.json')).json()) as Document
  intake = await served.key(['intake'], ['cedar-grove'])
  manager = await served.key(['manager'])
  elsewhere = await served.key(['manager'], ['harbor'])
})
afterAll(() => served.close())

const LIST = 'Name,Phone\r\nAna,(415) 555-0610\r\nBen,none\r\n'

async function send(
  path: string,
  key: string,
  body?: string,
  type = 'text/csv',
): Promise<{ status: number; body: Import & { detail: string; parameters: unknown } }> {
  const response = await fetch(`${served.url}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { 'content-type': type }) },
    ...(body === undefined ? {} : { body }),
  })
  return { status: response.status, body: (await response.json()) as never }
}

async function read(id: string, key: string): Promise<Import> {
  const response = await served.get(`/imports/${id}`, key)
  expect(response.status).toBe(200)
  const body = (await response.json()) as Import
  expect(promisedAnswer(document, '/imports/{id}', 200).safeParse(body).error).toBeUndefined()
  return body
}

/** Works the jobs of lists that wait. */
async function work(): Promise<void> {
  const handlers = { 'judge-import': judgeImport, 'run-import': runImport }
  for (let job = served.jobs.enqueued.shift(); job; job = served.jobs.enqueued.shift())
    await handlers[job.name as keyof typeof handlers](served.casework, job.id)
}

describe('a list from another program', () => {
  it('is taken in, looked through, and started when the program says so', async () => {
    const { status, body } = await send('/imports?name=recall.csv', intake, LIST)
    expect(status).toBe(201)
    expect(body).toMatchObject({
      ...{ clinic: 'cedar-grove', line: 'cedar-grove/main', trigger: 'recall-due', name: 'recall.csv' },
      ...{ state: 'judging', rows: 2, progress: { done: 0, of: 2 }, undone: null, finishedAt: null },
    })
    await work()
    expect(await read(body.id, intake)).toMatchObject({
      ...{ state: 'preview', progress: null },
      counts: { new: 1, joined: 0, optedOut: 0, skipped: 0, rejected: 1 },
    })
    expect(await send(`/imports/${body.id}/start`, intake)).toMatchObject({
      status: 200,
      body: { state: 'running' },
    })
    await work()
    expect(await read(body.id, manager)).toMatchObject({ state: 'done', counts: { new: 1 } })
    expect(await served.db.request.findMany({ where: { importId: body.id } })).toMatchObject([
      { personName: 'Ana', source: 'import' },
    ])
    expect(await send(`/imports/${body.id}/start`, intake)).toMatchObject({ status: 409 })
  })

  it('goes through by itself when asked to, and the same list again changes nothing', async () => {
    const { body } = await send('/imports?start=true&trigger=care-gap', intake, LIST.replace('0610', '0611'))
    await work()
    expect(await read(body.id, intake)).toMatchObject({ state: 'done', counts: { new: 1 } })
    const again = await send('/imports?start=true&trigger=care-gap', intake, LIST.replace('0610', '0611'))
    await work()
    expect(await read(again.body.id, intake)).toMatchObject({ state: 'preview', counts: { skipped: 1 } })
  })

  it('is nobody else’s business', async () => {
    const { body } = await send('/imports', intake, LIST)
    expect((await served.get(`/imports/${body.id}`, elsewhere)).status).toBe(404)
    expect((await served.get(`/imports/${body.id}`, await served.key(['intake']))).status).toBe(404)
    expect(
      (await served.get(`/imports/${body.id}`, await served.key(['assistant', 'licensed']))).status,
    ).toBe(403)
    expect((await served.get('/imports/nonsense', manager)).status).toBe(404)
    expect((await send('/imports?clinic=cedar-grove', elsewhere, LIST)).status).toBe(403)
    expect(await send('/imports', await served.key(['assistant']), LIST)).toMatchObject({ status: 403 })
  })

  it.each([
    { note: 'no file', body: undefined, detail: 'A CSV file is expected' },
    { note: 'a heading alone', body: 'Name,Phone', detail: 'no row below the heading' },
    { note: 'a spreadsheet', body: 'PK\u0003\u0004x', detail: 'save it as CSV' },
    { note: 'an open quotation mark', body: 'Name,Phone\n"Ana', detail: 'row 2 is never closed' },
    {
      note: 'a list without a heading',
      body: 'Ana,415-555-0123\nB,2',
      detail: 'Row 1 must name the columns',
    },
  ])('is refused with what to do: $note', async ({ body, detail }) => {
    const answer = await send('/imports', intake, body)
    expect(answer).toMatchObject({ status: 400, body: { detail: expect.stringContaining(detail) as string } })
  })

  it('says which parameters cannot be read', async () => {
    expect(await send('/imports?trigger=missed-call&start=maybe', intake, LIST)).toMatchObject({
      status: 400,
      body: {
        parameters: [
          { name: 'trigger', expected: expect.stringContaining('recall-due') as string },
          { name: 'start', expected: 'true or false' },
        ],
      },
    })
    expect(await send('/imports', manager, LIST)).toMatchObject({
      body: { parameters: [{ name: 'clinic', expected: 'one of cedar-grove, harbor' }] },
    })
    const json = await send('/imports', intake, '{}', 'application/json')
    expect(json).toMatchObject({
      status: 415,
      body: { detail: expect.stringContaining('text/csv') as string },
    })
  })

  it('leaves no number and no name in the log', () => {
    expect(served.logged.join('\n')).not.toMatch(/555|Ana|Ben/)
  })
})
