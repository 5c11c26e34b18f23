import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { formServer } from '../../scripts/examples/website-form/server.ts'
import { serve, type Served } from '../api/served.ts'

let served: Served
let website: Server
let key: string
let url: string
beforeAll(async () => {
  served = await serve()
  key = await served.key(['intake'], ['cedar-grove'])
  website = formServer({ url: served.url, key }).listen(0, '127.0.0.1')
  await once(website, 'listening')
  url = `http://127.0.0.1:${String((website.address() as AddressInfo).port)}`
})
afterAll(async () => {
  website.closeAllConnections()
  website.close()
  await served.close()
})

/** The form as a browser gets it. @returns what stands in its hidden fields */
async function open(language: string): Promise<Record<string, string>> {
  const page = await (await fetch(`${url}/?language=${language}`)).text()
  expect(page).toContain(`lang="${language}"`)
  expect(page).not.toContain(key)
  const hidden = page.matchAll(/type="hidden" name="(\w+)" value="([^"]+)"/g)
  return Object.fromEntries([...hidden].map(([, name, value]) => [String(name), String(value)]))
}
const send = (fields: Record<string, string>) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields) })

it('a website form in Spanish becomes an item, with the consent that was ticked, once however often it is sent', async () => {
  const fields = { ...(await open('es')), name: 'Rosa Delgado', phone: '(415) 555-0123', texts: 'yes' }
  for (let time = 0; time < 2; time += 1) {
    const answer = await send(fields)
    expect([answer.status, await answer.text()]).toEqual([200, 'Gracias. Le llamaremos.'])
  }
  const items = await served.db.followUp.findMany({ include: { contact: true, requests: true } })
  expect(items).toMatchObject([
    {
      ...{ clinicId: 'cedar-grove', trigger: 'web-form', language: 'es' },
      contact: { phone: '+14155550123', name: 'Rosa Delgado' },
      requests: [{ source: 'form' }],
    },
  ])
  expect(await served.db.consentEvent.findMany({ orderBy: { seq: 'asc' } })).toMatchObject([
    { kind: 'grant', scope: 'this-request', basis: 'form', wordingVersion: 'website-form@1' },
  ])
})

it('without the tick nobody agreed to texts', async () => {
  await send({ ...(await open('en')), name: 'Joe Park', phone: '415-555-0124', reason: 'A new appointment' })
  expect(await served.db.consentEvent.count({ where: { contact: { phone: '+14155550124' } } })).toBe(0)
  expect(await served.db.request.count({ where: { reason: 'A new appointment' } })).toBe(1)
})

it('says so when the number cannot be one, when it is far too long, and when nobody can take it', async () => {
  const fields = await open('en')
  expect((await send({ ...fields, name: 'Joe', phone: '12' })).status).toBe(400)
  expect((await send({ ...fields, name: 'Joe', phone: '1'.repeat(20_000) })).status).toBe(400)
  await served.db.apiKey.updateMany({ data: { revokedAt: new Date() } })
  const answer = await send({ ...fields, name: 'Joe', phone: '415-555-0125' })
  expect([answer.status, await answer.text()]).toEqual([502, 'This did not work. Please call us.'])
})
