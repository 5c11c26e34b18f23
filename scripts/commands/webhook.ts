import {
  addEndpoint,
  enableEndpoint,
  listEndpoints,
  removeEndpoint,
  type Endpoint,
} from '../../src/casework/outgoing/endpoints.ts'
import { HAPPENINGS } from '../../src/domain/outgoing/happening.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { BadInput, NotFound } from '../../src/platform/errors.ts'
import { knownClinics } from './clinics.ts'
import { CannotDo, readFlags, required, runPart, UsageError, type Command, type Io } from './command.ts'
import { withDatabase } from './database.ts'

/** Other systems that are told what happens here. */
export const webhook: Command = {
  name: 'webhook',
  usage: [
    [
      'webhook add --url https://… [--event NAME …] [--clinic ID …]',
      `tells another system of ${HAPPENINGS.join(', ')} (or of those named), and prints the secret of its signatures, this once`,
    ],
    ['webhook list', 'lists those systems, and which of them are switched off'],
    ['webhook enable --id ID', 'switches one on again that was switched off because it did not answer'],
    ['webhook remove --id ID', 'tells it nothing any more'],
  ],
  run: (args, io) => runPart('webhook', { add, list, enable, remove }, args, io),
}

function add(args: readonly string[], io: Io): Promise<number> {
  const { flags } = readFlags(args, {
    url: { type: 'string' },
    event: { type: 'string', multiple: true },
    clinic: { type: 'string', multiple: true },
  })
  const url = required(flags.url, '--url')
  return withDatabase(io, async ({ db, config }) => {
    const clinics = knownClinics(config, flags.clinic)
    const localAllowed = config.mode === 'sandbox'
    const order = {
      url,
      events: flags.event ?? [],
      clinics,
      by: 'command',
      at: systemClock.now(),
      localAllowed,
    }
    const { endpoint, secret } = await addEndpoint(db, order).catch(asUsage)
    io.stdout.write(
      `${secret}\n\nThis is the secret with which the receiver checks the signatures (Standard Webhooks). It is not shown again.\n` +
        `${inWords(endpoint)}\n`,
    )
    return 0
  })
}

function list(args: readonly string[], io: Io): Promise<number> {
  readFlags(args, {})
  return withDatabase(io, async ({ db }) => {
    const endpoints = await listEndpoints(db)
    io.stdout.write(
      endpoints.length === 0
        ? 'No other system is told anything. To add one: npm run ringback -- webhook add --url https://…\n'
        : `${endpoints.map(inWords).join('\n')}\n`,
    )
    return 0
  })
}

function enable(args: readonly string[], io: Io): Promise<number> {
  return change(args, io, enableEndpoint, 'It is told again, from what happens now on.\n')
}

function remove(args: readonly string[], io: Io): Promise<number> {
  return change(args, io, removeEndpoint, 'It is told nothing any more.\n')
}

function change(args: readonly string[], io: Io, work: typeof removeEndpoint, done: string): Promise<number> {
  const { flags } = readFlags(args, { id: { type: 'string' } })
  const id = required(flags.id, '--id')
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
    throw new UsageError('--id is not the id of an endpoint: "webhook list" shows them.')
  return withDatabase(io, async ({ db }) => {
    await work(db, id).catch(asUsage)
    io.stdout.write(done)
    return 0
  })
}

function asUsage(error: unknown): never {
  if (error instanceof BadInput) throw new UsageError(error.message)
  if (error instanceof NotFound) throw new CannotDo(error.message)
  throw error
}

/** id  url  events  clinics  state */
function inWords({ id, url, events, clinics, disabledWhy }: Endpoint): string {
  const state = disabledWhy === null ? 'on' : `off: ${disabledWhy}`
  return [id, url, events.join(','), clinics.join(',') || 'all clinics', state].join('  ')
}
