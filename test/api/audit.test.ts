import { afterAll, beforeAll, expect, it } from 'vitest'
import { callArrived } from '../../src/casework/phone-calls.ts'
import { addNote } from '../../src/casework/staff-actions.ts'
import { later, WEDNESDAY_9 } from '../support/practice.ts'
import { promisedAnswer, type Document } from './openapi-document.ts'
import { MAIN_LINE, NURSE, OTHER_LINE, serve, type Served } from './served.ts'

type Line = {
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly detail: object
}

let served: Served
let document: Document
let manager: string
let ours: { id: string; number: number }
let theirs: { id: string; number: number }
beforeAll(async () => {
  served = await serve()
  document = (await (await served.get('/openapi.json')).json()) as Document
  manager = await served.key(['manager'])
  const calls = [
    ['CA1', MAIN_LINE],
    ['CA2', OTHER_LINE],
  ] as const
  for (const [callSid, to] of calls)
    await callArrived(served.casework, { callSid, from: '+14155550123', to, callerIdVerified: undefined })
  const items = await served.db.followUp.findMany({ select: { id: true, number: true, clinicId: true } })
  ours = items.find(({ clinicId }) => clinicId === 'cedar-grove')!
  theirs = items.find(({ clinicId }) => clinicId === 'harbor')!
  for (let minute = 0; minute < 5; minute += 1) {
    served.setTime(later(WEDNESDAY_9, minute))
    await addNote(served.casework, NURSE, { number: ours.number, note: `Note ${String(minute)}` })
  }
  await addNote(served.casework, NURSE, { number: theirs.number, note: 'Elsewhere' })
  await served.db.auditEntry.create({
    data: { at: WEDNESDAY_9, actor: 'somebody', action: 'clinical-text-read', subject: 'contact:none' },
  })
})
afterAll(() => served.close())

async function audit(query = '', key = manager): Promise<{ items: Line[]; next: string | null }> {
  const response = await served.get(`/audit${query}`, key)
  const body = await response.json()
  expect([response.status, promisedAnswer(document, '/audit', 200).safeParse(body).error]).toEqual([
    200,
    undefined,
  ])
  return body as { items: Line[]; next: string | null }
}

it('is read page by page, newest first, no line twice and none left out', async () => {
  const subject = `follow-up:${ours.id}`
  const whole = (await audit(`?subject=${subject}`)).items
  expect(whole).toHaveLength(5)
  const paged: Line[] = []
  let next: string | null = null
  do {
    const page = await audit(`?subject=${subject}&limit=2${next === null ? '' : `&after=${next}`}`)
    paged.push(...page.items)
    next = page.next
  } while (next !== null)
  expect(paged).toEqual(whole)
})

it('is narrowed by who, what, about what and when', async () => {
  expect((await audit('?actor=nurse')).items).toHaveLength(6)
  expect((await audit('?actor=nurse&action=clinical-text-read')).items).toEqual([])
  const since = later(WEDNESDAY_9, 1).toISOString()
  const until = later(WEDNESDAY_9, 3).toISOString()
  expect((await audit(`?subject=follow-up:${ours.id}&since=${since}&until=${until}`)).items).toHaveLength(2)
})

it('tells who read it and what they looked for', async () => {
  await audit('?actor=nurse')
  const [last] = (await audit('?action=audit-read')).items
  expect(last).toMatchObject({ action: 'audit-read', subject: 'audit', detail: { actor: 'nurse' } })
  expect(last?.actor).toMatch(/^key:/)
})

it('shows a manager of one practice what is about that practice alone', async () => {
  const harbor = await served.key(['manager'], ['harbor'])
  expect(new Set((await audit('', harbor)).items.map(({ subject }) => subject))).toEqual(
    new Set([`follow-up:${theirs.id}`]),
  )
})

it('is for managers, and refuses what it cannot read', async () => {
  for (const scope of ['intake', 'assistant', 'licensed'] as const)
    expect((await served.get('/audit', await served.key([scope]))).status).toBe(403)
  for (const wrong of ['subject=%2B14155550123', 'since=yesterday', 'after=x', 'limit=0'])
    expect((await served.get(`/audit?${wrong}`, manager)).status).toBe(400)
})
