import { createApiKey, listApiKeys, revokeApiKey, SCOPES } from '../../src/api/keys.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { knownClinics } from './clinics.ts'
import {
  CannotDo,
  readFlags,
  required,
  runPart,
  UsageError,
  wordsOf,
  type Command,
  type Io,
} from './command.ts'
import { withDatabase } from './database.ts'

export const apiKey: Command = {
  name: 'api-key',
  usage: [
    [
      `api-key add --name NAME --scope ${SCOPES.join('|')} … [--clinic ID …]`,
      'makes a key for another program and prints it, this once',
    ],
    [
      'api-key list',
      'lists the keys by name, with their ids and what each may be used for; not the keys themselves',
    ],
    ['api-key revoke --id ID', 'ends a key for good'],
  ],
  run: (args, io) => runPart('api-key', { add, list, revoke }, args, io),
}

async function add(args: readonly string[], io: Io): Promise<number> {
  const { flags } = readFlags(args, {
    name: { type: 'string' },
    scope: { type: 'string', multiple: true },
    clinic: { type: 'string', multiple: true },
  })
  const name = required(flags.name, '--name')
  const scopes = wordsOf(flags.scope, '--scope', SCOPES)
  return withDatabase(io, async ({ db, config }) => {
    const clinics = knownClinics(config, flags.clinic)
    const { id, key } = await createApiKey(db, { name, scopes, clinics, at: systemClock.now() })
    io.stdout.write(
      `${key}\n\nThis is the key "${name}" with ${scopes.join(', ')} for ${clinics.join(', ') || 'all clinics'}. It is not shown ` +
        `again: only its hash is kept.\nTo end it: npm run ringback -- api-key revoke --id ${id}\n`,
    )
    return 0
  })
}

function list(args: readonly string[], io: Io): Promise<number> {
  readFlags(args, {})
  return withDatabase(io, async ({ db }) => {
    const keys = await listApiKeys(db)
    const lines = keys.map(({ id, name, scopes, clinics, createdAt, revokedAt }) => {
      const state = revokedAt === null ? 'valid' : `revoked ${revokedAt.toISOString().slice(0, 10)}`
      const places = clinics.join(',') || 'all clinics'
      return [id, name, scopes.join(','), places, createdAt.toISOString().slice(0, 10), state].join('  ')
    })
    io.stdout.write(
      lines.length === 0
        ? 'There is no key. To make one: npm run ringback -- api-key add --name NAME --scope …\n'
        : `${lines.join('\n')}\n`,
    )
    return 0
  })
}

async function revoke(args: readonly string[], io: Io): Promise<number> {
  const { flags } = readFlags(args, { id: { type: 'string' } })
  const id = required(flags.id, '--id')
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
    throw new UsageError(
      '--id is not the id of a key: it is a UUID that "api-key list" shows, not the key itself.',
    )
  return withDatabase(io, async ({ db }) => {
    if (!(await revokeApiKey(db, { id, at: systemClock.now() })))
      throw new CannotDo('There is no valid key with this id: it does not exist or was revoked before.')
    io.stdout.write('The key is revoked; requests with it are refused from now on.\n')
    return 0
  })
}
