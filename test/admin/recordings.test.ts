import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callLine, lookUntil } from '../../scripts/drill/stage.ts'
import { LINES, startTestProduct, type TestProduct } from '../support/product.ts'
import { WEDNESDAY_9 } from '../support/practice.ts'
import { employ } from './people.ts'
import { pageText } from './records.ts'

const PLAIN =
  'Hello, this is Maria Lopez. Please call me back at 415 555 0188 about an appointment. Thank you.'
const CLINICAL = 'This is Maria Lopez, 415 555 0188. I need a refill of my blood pressure medication please.'

type Left = Awaited<ReturnType<typeof voicemail>>

let at: TestProduct
let assistant: Awaited<ReturnType<typeof employ>>
let nurse: Awaited<ReturnType<typeof employ>>
let elsewhere: Awaited<ReturnType<typeof employ>>
let plain: Left[]
let clinical: Left

beforeAll(async () => {
  at = await startTestProduct(WEDNESDAY_9)
  assistant = await employ(at, { name: 'Maya Okonkwo', roles: ['assistant'] })
  nurse = await employ(at, { name: 'Ines Duarte', roles: ['licensed'] })
  elsewhere = await employ(at, { name: 'Ada Lin', roles: ['licensed'], clinics: ['another-clinic'] })
  const callers = Array.from({ length: 13 }, (_each, index) => `+141555506${String(10 + index)}`)
  ;[clinical, ...plain] = await Promise.all([
    voicemail('+14155550601', CLINICAL),
    ...callers.map((from) => voicemail(from, PLAIN)),
  ])
}, 60_000)
afterAll(() => at.close())

/** A voicemail left through the carrier; what a machine wrote of it is there. */
async function voicemail(from: string, says: string) {
  const caller = await callLine(at.stage, from, LINES.backup)
  await caller.letTimePass()
  await caller.say(says, { hangUp: true })
  const call = await lookUntil(
    () =>
      at.database.db.call.findFirstOrThrow({
        where: { contact: { phone: from } },
        include: { followUp: { select: { id: true, number: true } } },
      }),
    ({ transcriptState, recordingSid }) => transcriptState !== null && recordingSid !== null,
  )
  const { followUp, recordingSid } = call
  if (!followUp || recordingSid === null) throw new Error(`The voicemail of ${from} did not arrive`)
  return { sid: call.sid, from, followUp, recordingSid }
}

/** A plain voicemail that no other test touches. */
function plainOne(): Left {
  const call = plain.pop()
  if (!call) throw new Error('More voicemails are needed than were left')
  return call
}

function play(
  callSid: string,
  person: { cookie: string } = nurse,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Response> {
  const address = `${at.url}/admin/recordings/${callSid}`
  return fetch(address, { method, redirect: 'manual', headers: { cookie: person.cookie, ...headers } })
}

function hearings(callSid: string) {
  return at.database.db.auditEntry.findMany({
    where: { action: 'recording-played', subject: `call:${callSid}` },
    select: { actor: true, detail: true },
    orderBy: { id: 'asc' },
  })
}

describe('playing a voicemail', () => {
  test('an assistant hears a plain one; one hearing is on record, however often the player asks', async () => {
    const call = plainOne()
    const answer = await play(call.sid, assistant)
    expect(answer.status).toBe(200)
    const headers = Object.fromEntries(answer.headers)
    expect(headers).toMatchObject({
      ...{ 'content-type': 'audio/mpeg', 'accept-ranges': 'bytes', 'cache-control': 'no-store' },
      'x-content-type-options': 'nosniff',
    })
    expect(headers['content-security-policy']).toContain("media-src 'self'")
    const whole = Buffer.from(await answer.arrayBuffer())
    expect(whole.length).toBe(Number(headers['content-length']))

    const part = await play(call.sid, assistant, { range: 'bytes=100-299' })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 100-299/${String(whole.length)}`)
    expect(Buffer.from(await part.arrayBuffer()).equals(whole.subarray(100, 300))).toBe(true)

    const outside = await play(call.sid, assistant, { range: `bytes=${String(whole.length)}-` })
    expect(outside.status).toBe(416)
    expect(outside.headers.get('content-range')).toBe(`bytes */${String(whole.length)}`)

    const head = await play(call.sid, assistant, {}, 'HEAD')
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(whole.length)])
    expect(await hearings(call.sid)).toEqual([
      { actor: assistant.id, detail: { followUp: call.followUp.id } },
    ])
  })

  test('a clinical one is for licensed staff: an assistant is told so and nothing is on record as heard', async () => {
    const call = clinical
    const refused = await play(call.sid, assistant)
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('For the clinical team only.')
    expect(await hearings(call.sid)).toEqual([])
    expect((await play(call.sid, nurse)).status).toBe(200)
    expect(await hearings(call.sid)).toMatchObject([{ actor: nurse.id }])
  })

  test('one that no machine could read is for licensed staff, unless the practice has assistants listen', async () => {
    const call = plainOne()
    const id = call.followUp.id
    const { db } = at.database
    const change = (data: object) => db.followUp.update({ where: { id }, data })
    await change({ heard: 'not-heard-yet' })
    expect((await play(call.sid, assistant)).status).toBe(403)
    await change({ nextAction: 'listen-to-voicemail' })
    expect((await play(call.sid, assistant)).status).toBe(200)
    await change({ queue: 'manager' })
    expect((await play(call.sid, assistant)).status).toBe(403)
  })

  test('another hearing is on record ten minutes later, and one of each person', async () => {
    const call = plainOne()
    await play(call.sid, assistant)
    await play(call.sid, nurse)
    await at.product.casework.clock.control?.jump(11 * 60_000)
    await play(call.sid, assistant)
    expect((await hearings(call.sid)).map(({ actor }) => actor)).toEqual([
      assistant.id,
      nurse.id,
      assistant.id,
    ])
  })

  test('nobody hears it without a session, from another practice, or by an address that is none', async () => {
    const call = plainOne()
    const signedOut = await play(call.sid, { cookie: '' })
    expect([signedOut.status, signedOut.headers.get('location')]).toEqual([303, '/admin/sign-in'])
    expect((await play(call.sid, elsewhere)).status).toBe(404)
    expect((await play(`CA${'0'.repeat(32)}`)).status).toBe(404)
    expect((await play('..%2f..%2fMessages')).status).toBe(404)
    expect(await hearings(call.sid)).toEqual([])
  })

  test('one that was deleted is gone, here or at the carrier', async () => {
    const call = plainOne()
    const { db } = at.database
    const where = { sid: call.sid }
    await db.call.update({ where, data: { recordingSid: `RE${'f'.repeat(32)}` } })
    expect((await play(call.sid)).status).toBe(410)
    await db.call.update({
      where,
      data: { recordingSid: call.recordingSid, recordingDeletedAt: WEDNESDAY_9 },
    })
    const gone = await play(call.sid)
    expect(gone.status).toBe(410)
    expect(await gone.text()).toContain('This voicemail is no longer kept.')
    expect(await hearings(call.sid)).toEqual([])
  })

  test('while the carrier does not hand it over, the page says so and nothing is on record as heard', async () => {
    const call = plainOne()
    await at.stage.sandbox.setFaults(call.from, { media: 'unavailable' })
    const answer = await play(call.sid, assistant, { 'accept-language': 'es' })
    expect(answer.status).toBe(502)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.text()).toContain('La compañía telefónica no entregó el audio.')
    expect(await hearings(call.sid)).toEqual([])
  })

  test('an unwritable audit keeps the sound back', async () => {
    const call = plainOne()
    const { db } = at.database
    await db.$executeRaw`alter table audit add constraint shut check (action <> 'recording-played') not valid`
    try {
      expect((await play(call.sid)).status).toBe(500)
    } finally {
      await db.$executeRaw`alter table audit drop constraint shut`
    }
  })
})

describe('a voicemail on the page of its item', () => {
  async function page(number: number, person = assistant, language = 'en') {
    const address = `${at.url}/admin/follow-ups/${String(number)}`
    const answer = await fetch(address, { headers: { cookie: person.cookie, 'accept-language': language } })
    return { html: await answer.text(), text: await pageText(address, person.cookie, language) }
  }

  test('has a player of ours, its words, and what they suggest', async () => {
    const call = plainOne()
    await at.database.db.call.update({ where: { sid: call.sid }, data: { callerName: 'LOPEZ MARIA' } })
    const { html, text } = await page(call.followUp.number)
    expect(html).toContain(`src="/admin/recordings/${call.sid}"`)
    expect(html).not.toContain(call.recordingSid)
    expect(html).not.toContain('2010-04-01')
    expect(html).toContain('href="tel:+14155550188"')
    expect(text).toContain('Said on the voicemail: call (415) 555-0188')
    expect(text).toContain('Name said: Maria Lopez')
    expect(text).toContain('Name from the phone network: LOPEZ MARIA')
    expect(text).not.toContain('Machine text, unverified')
    const contact = await at.database.db.contact.findUniqueOrThrow({ where: { phone: call.from } })
    expect(contact.name).toBeNull()
  })

  test('has no player, no words and no suggestion for those whom it is not for', async () => {
    const call = clinical
    const { html, text } = await page(call.followUp.number)
    expect(text).toContain('Its sound and words are for the clinical team only.')
    for (const hidden of ['<audio', '0188', 'Maria', 'refill']) expect(html).not.toContain(hidden)
    expect((await page(call.followUp.number, nurse)).html).toContain('<audio')
  })

  test('says in both languages when it was deleted', async () => {
    const call = plainOne()
    await at.database.db.call.update({
      where: { sid: call.sid },
      data: { recordingDeletedAt: new Date('2026-11-30T18:00:00Z') },
    })
    const english = await page(call.followUp.number)
    expect(english.text).toMatch(/Deleted after the retention time: Mon, Nov 30, 10:00.AM/)
    expect(english.html).not.toContain('<audio')
    expect((await page(call.followUp.number, assistant, 'es')).text).toContain(
      'Se borró al vencer el plazo de conservación: lun',
    )
  })

  test('says that the recording is on its way, or that the carrier lost it', async () => {
    const call = plainOne()
    const where = { sid: call.sid }
    const { db } = at.database
    await db.call.update({ where, data: { recordingSid: null, recordingState: null } })
    expect((await page(call.followUp.number)).text).toContain('The recording is on its way.')
    await db.call.update({
      where,
      data: { recordingState: 'failed', transcriptState: null, transcript: null },
    })
    expect((await page(call.followUp.number)).text).toContain('The carrier lost the recording')
  })

  test('says to those who may not hear it whether its words may still come', async () => {
    const { sid, followUp } = plainOne()
    const { db } = at.database
    await db.call.update({ where: { sid }, data: { transcript: null, transcriptState: null } })
    const change = (data: object) => db.followUp.update({ where: { id: followUp.id }, data })
    await change({ heard: 'not-heard-yet' })
    const coming = await page(followUp.number)
    expect(coming.text).toContain('The words are on their way.')
    expect(coming.html).not.toContain('<audio')
    await change({ nextAction: 'listen-to-voicemail', queue: 'licensed', status: 'routed-to-clinical' })
    const overdue = await page(followUp.number)
    expect(overdue.text).toContain('Its sound and words are for the clinical team only.')
    expect(overdue.text).toContain('No machine could read this voicemail: a person must listen.')
    expect(overdue.html).not.toContain('<audio')
  })

  test('marks what an English machine made of another language', async () => {
    const call = plainOne()
    await at.database.db.call.update({ where: { sid: call.sid }, data: { language: 'es' } })
    expect((await page(call.followUp.number)).text).toContain('Machine text, unverified')
    expect((await page(call.followUp.number, assistant, 'es')).text).toContain(
      'Texto automático, sin verificar',
    )
  })
})
