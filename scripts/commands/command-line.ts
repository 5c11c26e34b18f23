import { PolicyError } from '../../src/casework/policy/problems.ts'
import { ConfigError } from '../../src/platform/config.ts'
import { BadInput, Conflict, NotFound } from '../../src/platform/errors.ts'
import { MigrationError } from '../../src/platform/migrations.ts'
import { CannotDo, UsageError, type Command, type Io } from './command.ts'

/** The operator's commands. Each is loaded when it is called for, so that reading phrases does not load a database client. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  migrate: async () => (await import('./migrate.ts')).migrate,
  staff: async () => (await import('./staff.ts')).staff,
  'api-key': async () => (await import('./api-key.ts')).apiKey,
  clinic: async () => (await import('./clinic.ts')).clinic,
  reconcile: async () => (await import('./reconcile.ts')).reconcile,
  texts: async () => (await import('./texts.ts')).texts,
  import: async () => (await import('./import.ts')).importList,
  webhook: async () => (await import('./webhook.ts')).webhook,
  classify: async () => (await import('./classify.ts')).classify,
  drill: async () => (await import('./drill.ts')).drill,
}

/**
 * Runs one command line.
 * @param args what stands after `npm run ringback --`.
 * @returns the exit code: 0 done, 1 not done, 2 the command line is not as expected.
 */
export async function ringback(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    await help(name === undefined ? io.stderr : io.stdout)
    return name === undefined ? 2 : 0
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!load) {
    io.stderr.write(
      `There is no command "${name}". The commands are ${Object.keys(COMMANDS).join(', ')}; "help" explains them.\n`,
    )
    return 2
  }
  const command = await load()
  if (rest.includes('--help') || rest.includes('-h')) {
    io.stdout.write(usage(command))
    return 0
  }
  try {
    return await command.run(rest, io)
  } catch (error) {
    if (error instanceof UsageError) {
      io.stderr.write(`${error.message}\n\n${usage(command)}`)
      return 2
    }
    const text = explanation(error)
    if (text === null) throw error
    io.stderr.write(`${text}\n`)
    return 1
  }
}

/** What an operator can mend, in words; null for a bug. */
function explanation(error: unknown): string | null {
  if (error instanceof ConfigError || error instanceof PolicyError) return error.problems.join('\n')
  const mendable = [CannotDo, MigrationError, BadInput, Conflict, NotFound].some(
    (kind) => error instanceof kind,
  )
  return mendable && error instanceof Error ? error.message : null
}

async function help(to: NodeJS.WritableStream): Promise<void> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()))
  to.write(`npm run ringback -- <command>\n\n${commands.map(usage).join('')}`)
  to.write('  help\n      lists the commands\n')
}

function usage(command: Command): string {
  return command.usage.map(([form, purpose]) => `  ${form}\n      ${purpose}\n`).join('')
}
