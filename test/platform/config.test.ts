import { resolve } from 'node:path'
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from '../../src/platform/config.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const SID = `AC${'0123456789abcdef'.repeat(2)}`
const TOKEN = 'f0e1d2c3b4a5968778695a4b3c2d1e0f'
const carrier = {
  TWILIO_ACCOUNT_SID: SID,
  TWILIO_AUTH_TOKEN: TOKEN,
  PUBLIC_URL: 'https://calls.example.org',
}
const standIn = { TWILIO_ACCOUNT_SID: SID, TWILIO_AUTH_TOKEN: TOKEN, TWILIO_API_URL: 'http://127.0.0.1:4010' }

function problems(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

describe(readConfig, () => {
  test('needs nothing on a bare machine: the sandbox stands in for the carrier, for this machine only', () => {
    expect(readConfig({})).toEqual({
      mode: 'sandbox',
      role: 'all',
      logLevel: 'info',
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      dataDir: resolve(ROOT, 'data'),
      clinicFile: resolve(ROOT, 'clinic.yaml'),
      sandboxPort: 3001,
      twilioApiUrl: 'http://127.0.0.1:3001',
      sandboxClock: undefined,
    })
  })

  test('with credentials works with Twilio and listens to the outside', () => {
    const config = readConfig({ ...carrier, TWILIO_AUTH_TOKEN_NEXT: 'next' })
    expect(config).toMatchObject({
      mode: 'carrier',
      accountSid: SID,
      host: '0.0.0.0',
      publicUrl: 'https://calls.example.org',
      twilioApiUrl: 'https://api.twilio.com',
    })
    expect(config.secrets).toMatchObject({ authToken: TOKEN, authTokenNext: 'next' })
  })

  test.each([
    {
      note: 'a whole number as port',
      env: { PORT: '8080' },
      read: { port: 8080, publicUrl: 'http://localhost:8080' },
    },
    {
      note: 'another sandbox port, where the carrier then is',
      env: { SANDBOX_PORT: '4001' },
      read: { twilioApiUrl: 'http://127.0.0.1:4001' },
    },
    { note: 'a role', env: { ROLE: 'worker' }, read: { role: 'worker' } },
    { note: 'a log level', env: { LOG_LEVEL: 'debug' }, read: { logLevel: 'debug' } },
    { note: 'an address to listen on', env: { ...carrier, HOST: '10.0.0.5' }, read: { host: '10.0.0.5' } },
    {
      note: 'nothing from an empty value',
      env: { PORT: '', TWILIO_ACCOUNT_SID: ' ' },
      read: { mode: 'sandbox', port: 3000 },
    },
    { note: 'a value without the spaces around it', env: { PORT: ' 8080 ' }, read: { port: 8080 } },
    {
      note: 'a public URL without its last slash',
      env: { ...carrier, PUBLIC_URL: 'https://a.example/ringback/' },
      read: { publicUrl: 'https://a.example/ringback' },
    },
    {
      note: 'folders from where it was started',
      env: { DATA_DIR: 'elsewhere', CLINIC_FILE: '/etc/clinics' },
      read: { dataDir: resolve('elsewhere'), clinicFile: '/etc/clinics' },
    },
    {
      note: 'a stand-in on this machine, without https and for this machine only',
      env: standIn,
      read: {
        mode: 'carrier',
        host: '127.0.0.1',
        publicUrl: 'http://localhost:3000',
        twilioApiUrl: 'http://127.0.0.1:4010',
      },
    },
    {
      note: 'a stand-in elsewhere, without https',
      env: { ...standIn, TWILIO_API_URL: 'http://twilio-mock:4010', PUBLIC_URL: 'http://app:3000' },
      read: { host: '0.0.0.0', publicUrl: 'http://app:3000' },
    },
    {
      note: 'a messaging service',
      env: { ...carrier, TWILIO_MESSAGING_SERVICE_SID: SID.replace('AC', 'MG') },
      read: { messagingServiceSid: SID.replace('AC', 'MG') },
    },
    {
      note: 'a start of time in the sandbox',
      env: { SANDBOX_CLOCK: '2026-11-21T09:00:00-05:00' },
      read: { sandboxClock: new Date('2026-11-21T14:00:00Z') },
    },
    {
      note: 'a start of time with a stand-in on this machine',
      env: { ...standIn, SANDBOX_CLOCK: '2026-11-21T14:00:00Z' },
      read: { sandboxClock: new Date('2026-11-21T14:00:00Z') },
    },
    {
      note: "nothing from other programs' settings",
      env: { TWILIO_API_KEY: 'SK1', TWILIO_REGION: 'ie1', PORTS: '1' },
      read: { mode: 'sandbox' },
    },
    {
      note: 'a superfluous short name beside the right one',
      env: { ...carrier, TWILIO_TOKEN: TOKEN },
      read: { mode: 'carrier' },
    },
  ])('accepts $note', ({ env, read }) => {
    expect(readConfig(env)).toMatchObject(read)
  })

  test.each([
    {
      note: 'a port that is none',
      env: { PORT: '3000x' },
      says: /^PORT: found "3000x"; expected a whole number from 1 to 65535; leave it out for 3000\.$/,
    },
    {
      note: 'a port beyond the last',
      env: { PORT: '65536' },
      says: /^PORT: found "65536"; expected a whole number from 1 to 65535/,
    },
    {
      note: 'one port for two',
      env: { SANDBOX_PORT: '3000' },
      says: /^SANDBOX_PORT: found 3000, which is PORT as well/,
    },
    {
      note: 'an unknown role',
      env: { ROLE: 'boss' },
      says: /^ROLE: found "boss"; expected all, web or worker/,
    },
    {
      note: 'an unknown log level',
      env: { LOG_LEVEL: 'loud' },
      says: /^LOG_LEVEL: found "loud"; expected fatal, error/,
    },
    {
      note: 'a database of another kind',
      env: { DATABASE_URL: 'mysql://u:hunter2@h/db' },
      says: /^DATABASE_URL: found a value of 22 characters \(not shown\); expected postgresql:/,
    },
    {
      note: 'a database URL without a database',
      env: { DATABASE_URL: 'postgresql://u:hunter2@h' },
      says: /^DATABASE_URL: .*expected postgresql:/,
    },
    {
      note: 'a SID without a token',
      env: { TWILIO_ACCOUNT_SID: SID, PUBLIC_URL: carrier.PUBLIC_URL },
      says: /^TWILIO_AUTH_TOKEN: found nothing; expected a value, since TWILIO_ACCOUNT_SID is set\. Set both or neither/,
    },
    {
      note: 'a token without a SID',
      env: { TWILIO_AUTH_TOKEN: TOKEN, PUBLIC_URL: carrier.PUBLIC_URL },
      says: /^TWILIO_ACCOUNT_SID: found nothing/,
    },
    {
      note: 'a SID of another kind',
      env: { ...carrier, TWILIO_ACCOUNT_SID: SID.replace('AC', 'SK') },
      says: /^TWILIO_ACCOUNT_SID: found a value of 34 characters \(not shown\); expected AC and 32/,
    },
    {
      note: 'a messaging service of another kind',
      env: { ...carrier, TWILIO_MESSAGING_SERVICE_SID: SID },
      says: /^TWILIO_MESSAGING_SERVICE_SID: .*expected MG and 32/,
    },
    {
      note: 'a next token without the present one',
      env: { TWILIO_AUTH_TOKEN_NEXT: TOKEN },
      says: /^TWILIO_AUTH_TOKEN_NEXT: found a value but no credentials/,
    },
    {
      note: 'a carrier address without credentials',
      env: { TWILIO_API_URL: 'http://127.0.0.1:4010' },
      says: /^TWILIO_API_URL: found a value but no credentials/,
    },
    {
      note: 'no public URL with Twilio',
      env: { TWILIO_ACCOUNT_SID: SID, TWILIO_AUTH_TOKEN: TOKEN },
      says: /^PUBLIC_URL: found nothing; expected the https address/,
    },
    {
      note: 'a public URL without https with Twilio',
      env: { ...carrier, PUBLIC_URL: 'http://calls.example.org' },
      says: /^PUBLIC_URL: found http:\/\/calls\.example\.org; expected https/,
    },
    {
      note: 'a public URL with a query',
      env: { ...carrier, PUBLIC_URL: 'https://a.example/?x=1' },
      says: /^PUBLIC_URL: found "https:\/\/a\.example\/\?x=1"/,
    },
    {
      note: 'a password in the public URL',
      env: { ...carrier, PUBLIC_URL: 'https://u:hunter2@a.example' },
      says: /^PUBLIC_URL: found a value of 27 characters \(not shown\)/,
    },
    {
      note: 'moved time with Twilio',
      env: { ...carrier, SANDBOX_CLOCK: '2026-11-21T14:00:00Z' },
      says: /^SANDBOX_CLOCK: found a value beside a real carrier/,
    },
    {
      note: 'moved time with a stand-in that is not on this machine',
      env: {
        ...standIn,
        TWILIO_API_URL: 'http://127.0.0.1.example.org',
        PUBLIC_URL: 'http://app',
        SANDBOX_CLOCK: '2026-11-21T14:00:00Z',
      },
      says: /^SANDBOX_CLOCK/,
    },
    {
      note: 'a time without its zone',
      env: { SANDBOX_CLOCK: '2026-11-21T09:00:00' },
      says: /^SANDBOX_CLOCK: found "2026-11-21T09:00:00"; expected an instant such as/,
    },
    {
      note: 'an e-mail without a password',
      env: { BOOTSTRAP_ADMIN_EMAIL: 'a@example.org' },
      says: /^BOOTSTRAP_ADMIN_PASSWORD: found nothing/,
    },
    {
      note: 'a short password',
      env: { BOOTSTRAP_ADMIN_EMAIL: 'a@example.org', BOOTSTRAP_ADMIN_PASSWORD: 'hunter2' },
      says: /^BOOTSTRAP_ADMIN_PASSWORD: found a value of 7 characters \(not shown\); expected at least 12/,
    },
    {
      note: 'a short API key',
      env: { BOOTSTRAP_API_KEY: 'hunter2' },
      says: /^BOOTSTRAP_API_KEY: found a value of 7 characters \(not shown\); expected at least 24/,
    },
    {
      note: 'a name that is two letters off',
      env: { TWILIO_ACOUNT_SID: SID },
      says: /^TWILIO_ACOUNT_SID: found a name that is no setting; expected TWILIO_ACCOUNT_SID, perhaps/,
    },
    {
      note: 'a name with a word left out',
      env: { BOOTSTRAP_PASSWORD: 'hunter2' },
      says: /^BOOTSTRAP_PASSWORD: .*expected BOOTSTRAP_ADMIN_PASSWORD, perhaps/,
    },
  ])('refuses $note, in one line that says what to do and holds no secret', ({ env, says }) => {
    const found = problems(env)
    expect(found).toEqual([expect.stringMatching(says)])
    expect(found.join()).not.toMatch(/hunter2|f0e1d2/)
  })

  test('lists everything that is wrong at once', () => {
    const found = problems({ PORT: 'x', ROLE: 'y', TWILIO_ACCOUNT_SID: 'z', BOOTSTRAP_API_KEY: 'short' })
    expect(found.map((line) => line.split(':')[0])).toEqual(
      expect.arrayContaining([
        'PORT',
        'ROLE',
        'TWILIO_ACCOUNT_SID',
        'TWILIO_AUTH_TOKEN',
        'PUBLIC_URL',
        'BOOTSTRAP_API_KEY',
      ]),
    )
    expect(found).toHaveLength(6)
  })

  test('never prints a secret, whichever way it is printed, and cannot be changed', () => {
    const config = readConfig({
      ...carrier,
      DATABASE_URL: 'postgresql://u:hunter2@h/db',
      BOOTSTRAP_ADMIN_EMAIL: 'a@example.org',
      BOOTSTRAP_ADMIN_PASSWORD: 'hunter2hunter2',
      BOOTSTRAP_API_KEY: 'hunter2'.repeat(4),
    })
    expect(config.secrets).toMatchObject({
      databaseUrl: 'postgresql://u:hunter2@h/db',
      bootstrapAdmin: { email: 'a@example.org', password: 'hunter2hunter2' },
      bootstrapApiKey: 'hunter2'.repeat(4),
    })
    const printed = [config, { ...config }, config.secrets].flatMap((value) => [
      JSON.stringify({ value }),
      inspect(value, { depth: 9 }),
      inspect(value, { showHidden: true, depth: 9 }),
    ])
    expect(printed.join('\n')).not.toMatch(/hunter2|f0e1d2/)
    expect(printed.join('\n')).toContain('calls.example.org')
    expect(() => Object.assign(config, { port: 1 })).toThrow(TypeError)
  })
})
