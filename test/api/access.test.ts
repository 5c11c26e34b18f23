import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiKey, findKey, revokeApiKey } from '../../src/api/keys.ts'
import { callArrived } from '../../src/casework/phone-calls.ts'
import { WEDNESDAY_9 } from '../support/practice.ts'
import { MAIN_LINE, OTHER_LINE, serve, type Served } from './served.ts'

let served: Served
beforeAll(async () => {
  served = await serve()
  await call('CA1', MAIN_LINE)
  await call('CA2', OTHER_LINE)
})
afterAll(() => served.close())

const call = (callSid: string, to: string) =>
  callArrived(served.casework, { callSid, from: '+14155550123', to, callerIdVerified: undefined })

describe('who may ask', () => {
  it('asks for a key when there is none, and says how', async () => {
    const response = await served.get('/follow-ups')
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="ringback"')
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(await response.json()).toMatchObject({
      type: 'urn:ringback:problem:key-required',
      title: 'Unauthorized',
      status: 401,
      detail: expect.stringContaining('Authorization: Bearer') as string,
    })
  })

  it('refuses a key that it does not know', async () => {
    const response = await served.get('/follow-ups', 'rbk_invented')
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"')
  })

  it('refuses a key from the moment it is revoked', async () => {
    const { id, key } = await createApiKey(served.db, {
      ...{ name: 'old', scopes: ['assistant'], clinics: [], at: WEDNESDAY_9 },
    })
    expect((await served.get('/follow-ups', key)).status).toBe(200)
    await revokeApiKey(served.db, { id, at: WEDNESDAY_9 })
    expect((await served.get('/follow-ups', key)).status).toBe(401)
  })

  it('refuses a key in the address', async () => {
    const key = await served.key(['assistant'])
    expect((await served.get(`/follow-ups?access_token=${key}`)).status).toBe(401)
  })

  it('lets a key that may only hand in requests read nothing, and names what it lacks', async () => {
    const key = await served.key(['intake'])
    for (const path of ['/follow-ups', '/messages?phone=%2B14155550123']) {
      const response = await served.get(path, key)
      expect(response.status).toBe(403)
      expect(response.headers.get('www-authenticate')).toContain('scope="assistant licensed manager"')
      expect(await response.json()).toMatchObject({
        detail: 'This key lacks the scope for it: one of assistant, licensed, manager is required.',
      })
    }
  })

  it('answers an unknown address with a problem, for holders of a key only', async () => {
    expect((await served.get('/nothing')).status).toBe(401)
    const response = await served.get('/nothing', await served.key(['assistant']))
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ type: 'urn:ringback:problem:not-found' })
  })

  it('lets nobody keep an answer in a cache', async () => {
    const response = await served.get('/follow-ups', await served.key(['assistant']))
    expect(response.headers.get('cache-control')).toBe('no-store')
  })
})

describe('a key for one clinic', () => {
  const clinicsIn = async (path: string, key: string): Promise<string[]> => {
    const { items } = (await (await served.get(path, key)).json()) as { items: { clinic: string }[] }
    return items.map(({ clinic }) => clinic)
  }

  it('sees the items of that clinic only', async () => {
    expect(await clinicsIn('/follow-ups', await served.key(['assistant']))).toEqual(['harbor', 'cedar-grove'])
    expect(await clinicsIn('/follow-ups', await served.key(['assistant'], ['harbor']))).toEqual(['harbor'])
    const phone = '/follow-ups?phone=%2B14155550123&open=true'
    expect(await clinicsIn(phone, await served.key(['assistant'], ['harbor']))).toEqual(['harbor'])
  })

  it('is told so when it asks for another clinic', async () => {
    const response = await served.get(
      '/follow-ups?clinic=cedar-grove',
      await served.key(['licensed'], ['harbor']),
    )
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ detail: 'This key is for other clinics: harbor.' })
  })

  it('cannot tell an item of another clinic from none', async () => {
    const foreign = await served.db.followUp.findFirstOrThrow({ where: { clinicId: 'cedar-grove' } })
    const key = await served.key(['licensed'], ['harbor'])
    const answers = await Promise.all(
      [foreign.id, '7b0c9a54-5c8e-4a51-8c55-1f6f7d0f2f10', 'not-an-id'].map(async (id) => {
        const response = await served.get(`/follow-ups/${id}`, key)
        return [response.status, await response.text()]
      }),
    )
    expect(answers[0]?.[0]).toBe(404)
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })
})

describe(createApiKey, () => {
  const order = { name: 'form', scopes: ['intake'], clinics: ['harbor'], at: WEDNESDAY_9 } as const

  it('makes keys of 32 random bytes and keeps their hash only', async () => {
    const { id, key } = await createApiKey(served.db, order)
    expect(key).toMatch(/^rbk_[\w-]{43}$/)
    const row = await served.db.apiKey.findUniqueOrThrow({ where: { id } })
    expect(JSON.stringify(row)).not.toContain(key)
    expect(await findKey(served.db, key)).toEqual({ id, scopes: ['intake'], clinics: ['harbor'] })
  })

  it('creates a given key once, also when several processes start with it at the same time', async () => {
    const given = { ...order, key: 'chosen-by-the-operator-0001' }
    const made = await Promise.all([1, 2, 3].map(() => createApiKey(served.db, given)))
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
  })

  it('does not bring a revoked key back when the process starts with it again', async () => {
    const given = { ...order, key: 'chosen-by-the-operator-0002' }
    const { id } = await createApiKey(served.db, given)
    expect(await revokeApiKey(served.db, { id, at: WEDNESDAY_9 })).toBe(true)
    await createApiKey(served.db, given)
    expect(await findKey(served.db, given.key)).toBeNull()
    expect(await revokeApiKey(served.db, { id, at: WEDNESDAY_9 })).toBe(false)
  })
})
