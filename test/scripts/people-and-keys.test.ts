import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findKey } from '../../src/api/keys.ts'
import { sessionSecret } from '../../src/installation.ts'
import { createAccounts, type Accounts } from '../../src/platform/accounts.ts'
import { closeDb, openDb } from '../../src/platform/db.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { createLog } from '../../src/platform/log.ts'
import { emptyDatabase, freshDatabase, type TestDatabase } from '../support/database.ts'
import { run } from './command-line.ts'

const log = createLog('silent')
const ORIGIN = { address: undefined, browser: undefined }

let database: TestDatabase
let env: Record<string, string>
let accounts: Accounts

beforeAll(async () => {
  database = await freshDatabase()
  env = { DATABASE_URL: database.url, PUBLIC_URL: 'https://ringback.example.org' }
  const secret = await sessionSecret(database.db)
  accounts = createAccounts({ db: database.db, secret, baseUrl: 'https://ringback.example.org', log })
})
afterAll(() => database.close())

const tokenIn = (stdout: string): string => /\/admin\/sign-in\/link\/(\S+)/.exec(stdout)?.[1] ?? ''

describe('staff', () => {
  it('gives a new person a link that signs in once', async () => {
    const args = ['--email', 'Ana@Example.com', '--name', 'Ana', '--role', 'assistant', '--role', 'manager']
    const { code, stdout } = await run(['staff', 'add', ...args, '--clinic', 'cedar-grove'], { env })
    expect(code).toBe(0)
    expect(stdout).toContain('https://ringback.example.org/admin/sign-in/link/')
    const row = await database.db.staff.findUniqueOrThrow({ where: { email: 'ana@example.com' } })
    expect(row).toMatchObject({ name: 'Ana', roles: ['assistant', 'manager'], clinics: ['cedar-grove'] })
    expect((await accounts.signInByLink(tokenIn(stdout), ORIGIN)).type).toBe('signed-in')
    expect((await accounts.signInByLink(tokenIn(stdout), ORIGIN)).type).toBe('refused')
  })

  it('takes a password from standard input, and prints neither it nor a link', async () => {
    const args = ['--email', 'ben@example.com', '--name', 'Ben', '--role', 'licensed', '--password-stdin']
    const { code, stdout } = await run(['staff', 'add', ...args], { env, stdin: 'a long enough password\n' })
    expect(code).toBe(0)
    expect(stdout).toBe('Ben has an account as licensed for all clinics.\n')
    const credentials = { email: 'ben@example.com', password: 'a long enough password' }
    expect((await accounts.signIn(credentials, ORIGIN)).type).toBe('signed-in')
  })

  it('refuses a short password and makes no account', async () => {
    const args = ['--email', 'cho@example.com', '--name', 'Cho', '--role', 'licensed', '--password-stdin']
    const { code, stderr } = await run(['staff', 'add', ...args], { env, stdin: 'short' })
    expect([code, stderr]).toEqual([1, 'A password needs at least 12 characters.\n'])
    expect(await database.db.staff.count({ where: { email: 'cho@example.com' } })).toBe(0)
  })

  it('refuses a second account for one address', async () => {
    const args = ['staff', 'add', '--email', 'dee@example.com', '--name', 'Dee', '--role', 'admin']
    await run(args, { env })
    const { code, stderr } = await run(args, { env })
    expect([code, stderr]).toEqual([1, 'There is an account with this e-mail address already.\n'])
  })

  it('refuses a clinic that is in no clinic file', async () => {
    const args = ['--email', 'eli@example.com', '--name', 'Eli', '--role', 'admin', '--clinic', 'cedar']
    const { code, stderr } = await run(['staff', 'add', ...args], { env })
    expect(code).toBe(2)
    expect(stderr).toContain('--clinic cedar is in no clinic file: it is one of cedar-grove')
  })

  it('makes a new link for somebody who has an account, and only then', async () => {
    await run(['staff', 'add', '--email', 'fay@example.com', '--name', 'Fay', '--role', 'assistant'], { env })
    const { stdout } = await run(['staff', 'link', '--email', 'fay@example.com'], { env })
    expect((await accounts.signInByLink(tokenIn(stdout), ORIGIN)).type).toBe('signed-in')
    const nobody = await run(['staff', 'link', '--email', 'nobody@example.com'], { env })
    expect([nobody.code, nobody.stdout]).toEqual([1, ''])
  })
})

describe('api-key', () => {
  it('prints a new key once and ends it on demand', async () => {
    const args = ['--name', 'web form', '--scope', 'intake', '--scope', 'licensed', '--clinic', 'cedar-grove']
    const { code, stdout } = await run(['api-key', 'add', ...args], { env })
    expect(code).toBe(0)
    const key = stdout.split('\n')[0] ?? ''
    const holder = await findKey(database.db, key)
    expect(holder).toMatchObject({ scopes: ['intake', 'licensed'], clinics: ['cedar-grove'] })
    const revoke = ['api-key', 'revoke', '--id', String(holder?.id)]
    expect(stdout).toContain(revoke.join(' '))
    expect((await run(revoke, { env })).code).toBe(0)
    expect(await findKey(database.db, key)).toBeNull()
    expect(await run(revoke, { env })).toMatchObject({
      ...{ code: 1, stderr: expect.stringContaining('There is no valid key with this id') as string },
    })
  })
})

describe('the database of a command', () => {
  it('has to be migrated first, which is a command too', async () => {
    const empty = await emptyDatabase()
    try {
      const settings = { env: { DATABASE_URL: empty.url } }
      const early = await run(['api-key', 'add', '--name', 'form', '--scope', 'intake'], settings)
      expect(early.code).toBe(1)
      expect(early.stderr).toContain('Run "npm run ringback -- migrate" first')
      expect((await run(['migrate'], settings)).stdout).toMatch(/^\d+ migration\(s\) applied\.\n$/)
      expect((await run(['migrate'], settings)).stdout).toBe('Nothing to do: the database is up to date.\n')
      expect((await run(['api-key', 'add', '--name', 'form', '--scope', 'intake'], settings)).code).toBe(0)
    } finally {
      await empty.close()
    }
  })

  it('is the embedded one without settings: started for the command, or that of the running product', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ringback-command-'))
    await chmod(folder, 0o755)
    const settings = { env: { DATA_DIR: folder } }
    try {
      expect((await run(['migrate'], settings)).code).toBe(0)
      const product = await startEmbeddedPostgres({ dataDir: folder, log })
      try {
        const { code, stdout } = await run(
          ['api-key', 'add', '--name', 'form', '--scope', 'intake'],
          settings,
        )
        expect(code).toBe(0)
        const db = openDb(product.url)
        expect(await findKey(db, stdout.split('\n')[0] ?? '')).toMatchObject({ scopes: ['intake'] })
        await closeDb(db)
      } finally {
        await product.stop()
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }, 60_000)
})
