import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { run } from './command-line.ts'

const SCRIPT = fileURLToPath(new URL('../../scripts/ringback.mjs', import.meta.url))
const COMMANDS = [
  'migrate',
  'staff add',
  'staff link',
  'api-key add',
  'api-key revoke',
  'clinic check',
  'classify',
  'drill',
]

describe('the command line', () => {
  it('explains every command', async () => {
    const { code, stdout } = await run(['help'])
    expect(code).toBe(0)
    for (const command of COMMANDS) expect(stdout).toContain(`  ${command}`)
  })

  it('explains itself when nothing was asked of it, and counts that as a mistake', async () => {
    const { code, stdout, stderr } = await run([])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('api-key add')
  })

  it.each([
    { args: ['clasify'], says: 'There is no command "clasify"' },
    { args: ['constructor'], says: 'There is no command "constructor"' },
    { args: ['staff'], says: 'After staff comes add or link.' },
    { args: ['staff', 'remove'], says: '"staff remove" is not known: after staff comes add or link.' },
    { args: ['staff', 'add', '--mail', 'x@example.com'], says: "Unknown option '--mail'" },
    { args: ['staff', 'add', '--email'], says: "'--email <value>' argument missing" },
    { args: ['staff', 'add', '--name', 'Ana', '--role', 'manager'], says: '--email is missing.' },
    {
      args: ['staff', 'add', '--email', 'a@example.com', '--name', 'Ana', '--role', 'nurse'],
      says: '--role nurse is not known: it is one of assistant, licensed, manager, admin.',
    },
    { args: ['api-key', 'add', '--name', 'form'], says: '--scope is missing: at least one of intake' },
    { args: ['api-key', 'revoke', '--id', 'rbk_secret'], says: '--id is not the id of a key' },
    { args: ['clinic', 'check'], says: 'FILE is missing.' },
    { args: ['classify', 'one', 'two'], says: '"two" is one word too many.' },
    { args: ['migrate', 'now'], says: '"now" is one word too many.' },
  ])('refuses $args with exit code 2 and says why', async ({ args, says }) => {
    const { code, stdout, stderr } = await run(args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(says)
  })

  it('shows how a command is written beside what was wrong with it', async () => {
    expect((await run(['clinic', 'check'])).stderr).toContain('clinic check FILE')
  })

  it('lists what is wrong with the settings, without their secrets', async () => {
    const env = { DATABASE_URL: 'mysql://root:hunter2@db/ringback' }
    const { code, stderr } = await run(['migrate'], { env })
    expect(code).toBe(1)
    expect(stderr).toContain('DATABASE_URL')
    expect(stderr).not.toContain('hunter2')
  })

  it('says in words when the database does not answer', async () => {
    const env = { DATABASE_URL: 'postgresql://ringback:hunter2@127.0.0.1:1/ringback' }
    const { code, stderr } = await run(['migrate'], { env })
    expect(code).toBe(1)
    expect(stderr).toContain('The database at 127.0.0.1:1 does not let us in (ECONNREFUSED).')
    expect(stderr).not.toContain('hunter2')
  })

  it('ends as a program with the same exit code', async () => {
    const started = promisify(execFile)(process.execPath, [SCRIPT, 'clasify'])
    await expect(started).rejects.toMatchObject({ code: 2, stdout: '' })
  })
})
