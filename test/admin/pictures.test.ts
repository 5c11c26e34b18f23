import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookUntil } from '../../scripts/drill/stage.ts'
import { LINES, startTestProduct, type TestProduct } from '../support/product.ts'
import { recordOutcome } from '../../src/casework/staff-actions.ts'
import { inTransaction } from '../../src/platform/db.ts'
import { later, WEDNESDAY_9 } from '../support/practice.ts'
import { employ } from './people.ts'
import { pageText } from './records.ts'

type Person = Awaited<ReturnType<typeof employ>>

let at: TestProduct
let assistant: Person
let nurse: Person
let elsewhere: Person
let count = 0

beforeAll(async () => {
  at = await startTestProduct(WEDNESDAY_9)
  assistant = await employ(at, { name: 'Maya Okonkwo', roles: ['assistant'] })
  nurse = await employ(at, { name: 'Ines Duarte', roles: ['licensed'] })
  elsewhere = await employ(at, { name: 'Ada Lin', roles: ['licensed'], clinics: ['another-clinic'] })
}, 60_000)
afterAll(() => at.close())

/** A text with attachments that came through the carrier. */
async function arrived(...media: string[]) {
  const from = `+141555508${String(10 + (count += 1))}`
  const { sid } = await at.stage.sandbox.sendText({ from, to: LINES.backup, body: 'Is this normal?', media })
  const message = await lookUntil(
    () => at.database.db.message.findFirst({ where: { sid }, include: { followUp: true } }),
    (found) => found?.followUp !== null && found !== null,
  )
  return { sid, from, number: message?.followUp?.number ?? 0, followUpId: message?.followUpId }
}

function open(sid: string, index: number | string, person: { cookie: string } = nurse, method = 'GET') {
  const address = `${at.url}/admin/pictures/${sid}/${String(index)}`
  return fetch(address, { method, redirect: 'manual', headers: { cookie: person.cookie } })
}
const viewings = (sid: string) =>
  at.database.db.auditEntry.findMany({
    where: { action: 'picture-viewed', subject: { startsWith: `message:${sid}` } },
    select: { actor: true, subject: true, detail: true },
    orderBy: { id: 'asc' },
  })

describe('a picture', () => {
  test('is opened by a nurse through us, sealed off and kept nowhere, and that is on record', async () => {
    const { sid, followUpId } = await arrived('image/jpeg')
    const answer = await open(sid, 0)
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      ...{ 'content-type': 'image/jpeg', 'content-disposition': 'inline', 'cache-control': 'no-store' },
      ...{ 'x-content-type-options': 'nosniff', 'content-security-policy': expect.stringMatching(/sandbox/) },
    })
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(0)
    expect(await viewings(sid)).toEqual([
      { actor: nurse.id, subject: `message:${sid}/0`, detail: { followUp: followUpId } },
    ])
  })

  test('is not an assistant’s to see, and nothing is on record as seen', async () => {
    const { sid } = await arrived('image/png')
    const refused = await open(sid, 0, assistant)
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('For the clinical team only.')
    expect(await viewings(sid)).toEqual([])
  })

  test('is not to be had without a session, from another practice, or by an address that is none', async () => {
    const { sid } = await arrived('image/png')
    const signedOut = await open(sid, 0, { cookie: '' })
    expect([signedOut.status, signedOut.headers.get('location')]).toEqual([303, '/admin/sign-in'])
    expect((await open(sid, 0, elsewhere)).status).toBe(404)
    expect((await open(sid, 1)).status).toBe(404)
    expect((await open(sid, 'x')).status).toBe(404)
    expect((await open(`MM${'0'.repeat(32)}`, 0)).status).toBe(404)
    expect(await viewings(sid)).toEqual([])
  })

  test.each(['image/svg+xml', 'text/html', 'application/pdf', 'text/vcard'])(
    'that is none but %s is saved to a file and never opened',
    async (contentType) => {
      const { sid } = await arrived(contentType)
      expect(Object.fromEntries((await open(sid, 0)).headers)).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': 'attachment; filename="attachment-1"',
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining('sandbox'),
      })
    },
  )

  test('that the carrier does not keep any more is gone; one it does not hand over may be asked for again', async () => {
    const { sid, from } = await arrived('image/png')
    await at.stage.sandbox.setFaults(from, { media: 'unavailable' })
    expect((await open(sid, 0)).status).toBe(502)
    await at.database.db.message.update({
      where: { sid },
      data: { media: [{ sid: `ME${'f'.repeat(32)}`, contentType: 'image/png' }] },
    })
    expect((await open(sid, 0)).status).toBe(410)
    expect(await viewings(sid)).toEqual([])
  })

  test('that was deleted after its time is gone, also for the carrier, and the page of its item says when', async () => {
    const { sid, number } = await arrived('image/png', 'image/png')
    const { casework } = at.product
    const { db, clock, jobs, practices } = casework
    const actor = { id: nurse.id, name: 'Ines', roles: ['licensed'], clinics: [] } as const
    await recordOutcome(casework, actor, { number, outcome: 'resolved', note: 'seen' })
    const keepDays = practices.all[0]!.voicemail.keepDays
    const longAgo = later(clock.now(), -(keepDays * 1440 + 1))
    await db.message.update({ where: { sid }, data: { createdAt: longAgo } })
    await inTransaction(db, (tx) => jobs.enqueue(tx, 'delete-recordings', 'by-the-test', clock.now()))
    await lookUntil(
      () => db.message.findUniqueOrThrow({ where: { sid } }),
      ({ mediaDeletedAt }) => mediaDeletedAt !== null,
    )
    expect((await open(sid, 0)).status).toBe(410)
    const address = `${at.url}/admin/follow-ups/${String(number)}`
    expect(await pageText(address, nurse.cookie, 'en')).toContain('Deleted after the retention time')
    expect(await pageText(address, nurse.cookie, 'es')).toContain('Se borró al vencer el plazo')
    // It is the carrier that has none any more, whatever we believe.
    await db.message.update({ where: { sid }, data: { mediaDeletedAt: null } })
    expect((await open(sid, 1)).status).toBe(410)
  })

  test('is kept back while the audit cannot be written', async () => {
    const { sid } = await arrived('image/png')
    const { db } = at.database
    await db.$executeRaw`alter table audit add constraint shut check (action <> 'picture-viewed') not valid`
    try {
      expect((await open(sid, 0)).status).toBe(500)
    } finally {
      await db.$executeRaw`alter table audit drop constraint shut`
    }
  })
})

describe('a text with pictures on the page of its item', () => {
  test('has a link to each for licensed staff, and none for others', async () => {
    const { sid, number } = await arrived('image/jpeg', 'application/pdf')
    const address = `${at.url}/admin/follow-ups/${String(number)}`
    const page = async (person: Person) =>
      (await fetch(address, { headers: { cookie: person.cookie, 'accept-language': 'en' } })).text()
    const seen = await page(nurse)
    expect(seen).toContain(`href="/admin/pictures/${sid}/0"`)
    expect(seen).toContain(`href="/admin/pictures/${sid}/1"`)
    expect(seen).not.toContain('/Media/')
    expect(await page(assistant)).not.toContain('/admin/pictures/')
    expect(await pageText(address, assistant.cookie, 'es')).toContain(
      'Las imágenes son solo para el equipo clínico.',
    )
  })
})
