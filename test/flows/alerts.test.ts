import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookUntil } from '../../scripts/drill/stage.ts'
import { tick } from '../../src/casework/tick.ts'
import type { Overview } from '../../src/sandbox/control/schema.ts'
import { LINES, startTestProduct, type TestProduct } from '../support/product.ts'

/** Friday 4 December 2026, 19:00 in Los Angeles: the practice is closed until Monday. */
const FRIDAY_19 = new Date('2026-12-05T03:00:00Z')
const NURSE = '+14155550160'
const MANAGER = '+14155550161'

let running: TestProduct
beforeAll(async () => {
  running = await startTestProduct(FRIDAY_19)
})
afterAll(() => running.close())

const sandbox = () => running.stage.sandbox
const tickNow = () => tick(running.product.casework)

/** Somebody writes of chest pain; the clock work alerts whoever is first. */
async function urgentText(from: string): Promise<number> {
  await sandbox().sendText({ from, to: LINES.backup, body: 'I have chest pain' })
  const [item] = await lookUntil(
    () => running.stage.api.items({ phone: from }),
    (items) => items.length === 1,
  )
  await tickNow()
  return item!.number
}
const history = async (number: number): Promise<string[]> => {
  const { db } = running.database
  const lines = await db.historyEntry.findMany({ where: { followUp: { number } }, orderBy: { id: 'asc' } })
  return lines.map(({ kind, detail }) => [kind, (detail as { who?: string }).who].filter(Boolean).join(' '))
}
const until = (number: number, line: string) =>
  lookUntil(
    async () => {
      await sandbox().idle({ advance: true })
      return history(number)
    },
    (lines) => lines.includes(line),
  )

test('on a closed evening the nurse’s phone rings and gets a text, and the key 1 ends the climb', async () => {
  await sandbox().setPhone(NURSE, { pickUp: 'answers', presses: '1', afterSeconds: 3 })
  const number = await urgentText('+14155551001')
  expect(await until(number, 'alert-acknowledged Nurse on call')).toEqual([
    ...[
      'text-received',
      'routed-to-clinical',
      'on-call-alerted Nurse on call',
      'alert-acknowledged Nurse on call',
    ],
  ])
  const calls = (await sandbox().calls()).filter(({ to }) => to === NURSE)
  expect(calls.map(({ from, warnings }) => ({ from, warnings }))).toEqual([
    { from: LINES.backup, warnings: [] },
  ])
  expect(calls[0]?.heard.map(({ text }) => text).join(' ')).toMatch(/An urgent request is waiting.*Thank you/)
  expect(await sandbox().texts(NURSE)).toMatchObject([
    { body: expect.stringMatching(/urgent request, item \d+/) },
  ])
})

test('the sandbox page shows the texts of those on call beside somebody else’s phone, and when theirs rings', async () => {
  const overview = async (): Promise<Overview> => {
    const response = await fetch(`${running.product.sandboxUrl!}/sandbox/api/overview?phone=%2B14155551009`)
    return (await response.json()) as Overview
  }
  const body: unknown = expect.stringMatching(/urgent request/)
  expect((await overview()).otherTexts).toEqual(
    expect.arrayContaining([expect.objectContaining({ to: NURSE, body })]),
  )
  await sandbox().setPhone(NURSE, { pickUp: 'no-answer' })
  await urgentText('+14155551009')
  const { others } = await lookUntil(overview, (seen) => seen.others[0]?.waitingFor === 'answer')
  expect(others).toMatchObject([{ person: NURSE, waitingFor: 'answer', from: LINES.backup }])
  await sandbox().answer(others[0]!.sid)
  await lookUntil(overview, (seen) => seen.others[0]?.waitingFor === 'key')
  await sandbox().press(others[0]!.sid, '1')
  const { call } = await lookUntil(
    async () => ({ call: await sandbox().call(others[0]!.sid) }),
    (seen) => !seen.call.live,
  )
  expect(call.heard.map(({ text }) => text).join(' ')).toContain('Thank you')
})

test('a mailbox of the nurse presses nothing, so the manager is alerted, who answers with the code', async () => {
  await sandbox().setPhone(NURSE, { pickUp: 'mailbox' })
  await sandbox().setPhone(MANAGER, { pickUp: 'no-answer' })
  const number = await urgentText('+14155551002')
  await until(number, 'alert-failed Nurse on call')
  await sandbox().jumpClock(60_000)
  await tickNow()
  expect(await until(number, 'on-call-alerted Practice manager')).not.toContain(
    'alert-acknowledged Practice manager',
  )
  const [text] = await lookUntil(
    () => sandbox().texts(MANAGER),
    (texts) => texts.length === 1,
  )
  const code = /Reply (\d{4})/.exec(text!.body)![1]!
  await sandbox().sendText({ from: MANAGER, to: LINES.backup, body: `${code} got it` })
  expect(await until(number, 'alert-acknowledged Practice manager')).toContain(
    'alert-acknowledged Practice manager',
  )
  const replies = await lookUntil(
    () => sandbox().texts(MANAGER),
    (texts) => texts.length === 3,
  )
  expect(replies.at(-1)?.body).toMatch(/thank you. Item \d+ is yours/)
})
