import { createApiKey, revokeApiKey, SCOPES } from '../../src/api/keys.ts'
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
    ['api-key revoke --id ID', 'ends a key for good'],
  ],
  run: (args, io) => runPart('api-key', { add, revoke }, args, io),
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

async function revoke(args: readonly string[], io: Io): Promise<number> {
  const { flags } = readFlags(args, { id: { type: 'string' } })
  const id = required(flags.id, '--id')
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
    throw new UsageError(
      '--id is not the id of a key: it is the UUID that "api-key add" printed, not the key itself.',
    )
  return withDatabase(io, async ({ db }) => {
    if (!(await revokeApiKey(db, { id, at: systemClock.now() })))
      throw new CannotDo('There is no valid key with this id: it does not exist or was revoked before.')
    io.stdout.write('The key is revoked; requests with it are refused from now on.\n')
    return 0
  })
}
