import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { lookUntil } from '../../scripts/drill/stage.ts'
import { resumeSending } from '../../src/casework/sending/stops.ts'
import { recordOutcome } from '../../src/casework/staff-actions.ts'
import { textArrived } from '../../src/casework/texts.ts'
import { LINES, startTestProduct, type TestProduct } from '../support/product.ts'
import { WEDNESDAY_11 } from '../support/casework.ts'
import { sid } from '../support/webhook.ts'
import { employ, missCall } from './people.ts'
import { agree, pageText } from './records.ts'

type Person = Awaited<ReturnType<typeof employ>>

let at: TestProduct
let assistant: Person
let nurse: Person
let count = 0

beforeAll(async () => {
  at = await startTestProduct(WEDNESDAY_11)
  assistant = await employ(at, { name: 'Maya Okonkwo', roles: ['assistant'] })
  nurse = await employ(at, { name: 'Ines Duarte', roles: ['licensed'] })
}, 60_000)
afterAll(() => at.close())

const newPhone = () => `+14155550${String(900 + (count += 1))}`
async function caller(how: { agrees: boolean }) {
  const phone = newPhone()
  const item = await missCall(at, phone)
  if (how.agrees) await agree(at, item.id)
  return { phone, ...item }
}
const text = (phone: string, body: string) =>
  textArrived(at.product.casework, {
    ...{ messageSid: sid('SM', 0xd000 + (count += 1)), from: phone, to: LINES.backup, body },
    ...{ mediaCount: 0, carrierVerdict: undefined },
  })
const address = (number: number) => `${at.url}/admin/follow-ups/${String(number)}`
const page = (number: number, person = assistant, language = 'en') =>
  pageText(address(number), person.cookie, language)
async function html(number: number, person = assistant): Promise<string> {
  return (await fetch(address(number), { headers: { cookie: person.cookie } })).text()
}
async function send(number: number, fields: Record<string, string>, person = assistant) {
  const form = /name="seen" value="([^"]*)"[^]*?<\/form>/.exec(await html(number, person))
  return fetch(`${address(number)}/texts`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: person.cookie, origin: at.url, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ seen: form?.[1] ?? '', ...fields }),
  })
}
const written = (followUpId: string) =>
  at.database.db.message.findMany({ where: { followUpId, sentBy: { not: null } } })

describe('the form for a text', () => {
  test('shows each approved text as it would leave, its length, its language, and that it may go', async () => {
    const { number } = await caller({ agrees: true })
    const shown = await page(number)
    expect(shown).toContain(
      'Cedar Grove Family Practice: we tried to call you back. Please call us at (415) 555-0100 when it suits you. Reply STOP to opt out.',
    )
    expect(shown).toMatch(/\d+ characters, English · Would leave now/)
    expect(await page(number, assistant, 'es')).toContain('Saldría ahora')
  })

  test('works without a script: a choice and a button send it, and the page says so', async () => {
    const { number, id } = await caller({ agrees: true })
    const answer = await send(number, { choice: 'tried-to-reach-you:en' })
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/admin/follow-ups/${String(number)}?done=text`,
    ])
    expect(await written(id)).toMatchObject([{ sentBy: assistant.id, language: 'en' }])
    const after = await pageText(`${address(number)}?done=text`, assistant.cookie, 'en')
    expect(after).toContain('The text is in line to leave')
    expect(after).toContain('Maya Okonkwo')
  })

  test('says before why no text can go, in both languages, and lets nothing be chosen', async () => {
    const { number } = await caller({ agrees: false })
    expect(await page(number)).toContain('Cannot be sent: no permission to text on record')
    expect(await page(number, assistant, 'es')).toContain('No se puede enviar: no consta permiso')
    expect(await html(number)).not.toContain('Send this text')
  })

  test('says after why a text was not sent', async () => {
    const { number, id, phone } = await caller({ agrees: true })
    await text(phone, 'STOP')
    const answer = await send(number, { choice: 'tried-to-reach-you:en' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Not sent: this person asked for no texts.')
    expect(await written(id)).toEqual([])
  })

  test('has no field for words of one’s own, and takes none', async () => {
    const { number, id } = await caller({ agrees: true })
    expect(await html(number)).not.toContain('name="words"')
    const answer = await send(number, { choice: 'own', words: 'Call us' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('This practice sends approved texts only.')
    expect(await written(id)).toEqual([])
  })

  test('says, as the item and its card do, that nothing leaves while sending is stopped', async () => {
    const { number, id } = await caller({ agrees: true })
    const { db } = at.database
    const stop = { id: crypto.randomUUID(), at: WEDNESDAY_11, code: 30034, reason: 'unregistered-sender' }
    await db.sendingStop.create({ data: stop })
    onTestFinished(async () => {
      await resumeSending(at.product.casework, 'test')
    })
    expect(await page(number)).toContain(
      'Texts are stopped until a fault is mended. If it cannot wait, call.',
    )
    expect(await page(number)).not.toContain('Would leave now')
    const answer = await send(number, { choice: 'tried-to-reach-you:en' })
    expect(answer.headers.get('location')).toContain('?done=text-stopped')
    await lookUntil(
      () => db.followUp.findUniqueOrThrow({ where: { id } }),
      ({ escalation }) => escalation === 'text-stopped',
    )
    const after = await pageText(`${address(number)}?done=text-stopped`, assistant.cookie, 'en')
    expect(after).toContain('The text waits until sending goes on.')
    expect(after).toContain('Text cannot leave: texts are stopped until a fault is mended')
    expect(after).toContain('Next Call back')
    expect(await page(number, assistant, 'es')).toContain('El mensaje no puede salir: los mensajes')
    const board = await pageText(`${at.url}/admin`, assistant.cookie, 'es')
    expect(board).toContain('El mensaje no puede salir: envíos detenidos')
  })

  test('on a clinical item stands before a nurse, not before an assistant', async () => {
    const { number, phone } = await caller({ agrees: true })
    await text(phone, 'I have chest pain')
    expect(await html(number)).not.toContain('/texts"')
    expect((await send(number, { choice: 'tried-to-reach-you:en' })).status).toBe(403)
    expect((await send(number, { choice: 'tried-to-reach-you:en' }, nurse)).status).toBe(303)
  })
})

describe('an item on its page', () => {
  test('links the closed one that it goes on from, and that one links it', async () => {
    const { number, phone } = await caller({ agrees: true })
    const closing = { number, outcome: 'resolved', note: 'Booked' } as const
    const actor = { id: assistant.id, name: 'Maya', roles: ['assistant'], clinics: [] } as const
    await recordOutcome(at.product.casework, actor, closing)
    await text(phone, 'One more question')
    const later = await at.database.db.followUp.findFirstOrThrow({
      where: { contact: { phone }, status: { not: 'closed' } },
    })
    expect(await page(later.number)).toContain(`Goes on from item ${String(number)}`)
    expect(await page(number, assistant, 'es')).toContain(`Continuó en el asunto ${String(later.number)}`)
  })

  test('says that CANCEL may have meant an appointment, in both languages', async () => {
    const { number, phone } = await caller({ agrees: true })
    await text(phone, 'CANCEL')
    expect(await page(number)).toContain('May want to cancel an appointment')
    expect(await page(number, assistant, 'es')).toContain('Quizá quiera cancelar una cita')
  })

  test('says that a text was on its way when the person opted out', async () => {
    const { number, id, phone } = await caller({ agrees: true })
    const { db } = at.database
    const item = await db.followUp.findUniqueOrThrow({ where: { id } })
    await db.message.create({
      data: {
        ...{ id: crypto.randomUUID(), direction: 'out', state: 'sent', sid: sid('SM', 0xe001) },
        ...{ clinicId: item.clinicId, lineId: item.lineId, contactId: item.contactId, followUpId: id },
        ...{ phone, body: 'A text', createdAt: WEDNESDAY_11, claimedAt: at.product.casework.clock.now() },
        verdict: { type: 'go' },
      },
    })
    await text(phone, 'STOP')
    expect(await page(number)).toContain('1 text was already on its way and may still have arrived.')
  })
})
