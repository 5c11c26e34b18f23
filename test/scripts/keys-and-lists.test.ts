import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { run } from './command-line.ts'

let database: TestDatabase
let env: Record<string, string>
beforeAll(async () => {
  database = await freshDatabase()
  env = { DATABASE_URL: database.url, PUBLIC_URL: 'https://ringback.example.org' }
})
afterAll(() => database.close())

it('api-key list finds the id of a key that nobody wrote down, and shows no key', async () => {
  expect((await run(['api-key', 'list'], { env })).stdout).toMatch(/^There is no key/)
  const args = ['--name', 'Web form', '--scope', 'intake', '--clinic', 'cedar-grove']
  const [key = ''] = (await run(['api-key', 'add', ...args], { env })).stdout.split('\n')
  const before = await run(['api-key', 'list'], { env })
  expect(before.stdout).toMatch(
    /^[0-9a-f-]{36} {2}Web form {2}intake {2}cedar-grove {2}\d{4}-\d\d-\d\d {2}valid\n$/,
  )
  expect(before.stdout).not.toContain(key)
  const [id = ''] = before.stdout.split('  ')
  expect((await run(['api-key', 'revoke', '--id', id], { env })).code).toBe(0)
  expect((await run(['api-key', 'list'], { env })).stdout).toMatch(/ {2}revoked \d{4}-\d\d-\d\d\n$/)
})

it.each([tmpdir(), '/no/such/list.csv'])(
  'import says of %s that it is no list, and keeps nothing',
  async (file) => {
    const { code, stderr } = await run(['import', file], { env })
    expect([code, stderr]).toEqual([
      1,
      `${file} cannot be read. Name a CSV file whose first row names the columns.\n`,
    ])
    expect(await database.db.import.count()).toBe(0)
  },
)
