import { PolicyError } from './casework/policy/problems.ts'
import { ConfigError, readConfig, type Config } from './platform/config.ts'
import { FolderInUse } from './platform/folder-lock.ts'
import { createLog, type Log } from './platform/log.ts'
import { MigrationError } from './platform/migrations.ts'
import { startProduct, type Product } from './product.ts'

/** Says loudly that nothing is real, and where to begin. */
function announce(config: Config, product: Product): void {
  const lines = [
    'SANDBOX: no Twilio credentials are set, so no call or text leaves this computer.',
    '',
    `  A patient's phone   ${product.sandboxUrl ?? ''}`,
    `  The admin page      ${config.publicUrl}/admin`,
    ...(product.signInLink
      ? [
          `  Sign in with        ${product.signInLink}`,
          '                      (works once, within 15 minutes)',
        ]
      : []),
    '',
  ]
  process.stdout.write(`\n${lines.join('\n')}\n`)
}

/** Problems that the operator can mend are told in full; anything else is a bug, told by its place in the code. */
function explain(error: unknown, log: Log): void {
  if (error instanceof ConfigError || error instanceof PolicyError) {
    process.stderr.write(
      `Ringback cannot start. ${error.problems.length} to mend:\n${error.problems.map((problem) => `  ${problem}\n`).join('')}`,
    )
    return
  }
  process.stderr.write(`Ringback cannot start: ${inWords(error)}\n`)
  if (!(error instanceof FolderInUse || error instanceof MigrationError || systemCode(error) !== null)) {
    log.error({ err: error }, 'start failed')
  }
}

type SystemError = { readonly port?: number; readonly address?: string }

const noDatabase = ({ address, port }: SystemError): string =>
  `no database answers at ${address ?? 'the host of DATABASE_URL'}:${port ?? ''}. Start it, or correct DATABASE_URL; without DATABASE_URL the embedded one is used.`

/** What the operating system's refusals mean here. */
const REFUSALS: Readonly<Record<string, (error: SystemError) => string>> = {
  EADDRINUSE: ({ port }) =>
    `another program listens on port ${port ?? ''}. Stop it, or set PORT (admin page) or SANDBOX_PORT (phone page) to another one.`,
  EACCES: ({ port }) => `port ${port ?? ''} is not open to this user. Set PORT to one above 1023.`,
  ECONNREFUSED: noDatabase,
  ENOTFOUND: noDatabase,
}

function inWords(error: unknown): string {
  const refusal = REFUSALS[systemCode(error) ?? '']
  if (refusal) return refusal(error as SystemError)
  return error instanceof Error ? error.message : 'an unknown error'
}

function systemCode(error: unknown): string | null {
  const { code, syscall } = error as { code?: unknown; syscall?: unknown }
  return typeof code === 'string' && typeof syscall === 'string' ? code : null
}

const fallbackLog = createLog('info')
try {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  const product = await startProduct(config, log)
  if (config.mode === 'sandbox') announce(config, product)
  let stopping: Promise<void> | undefined
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stopping ??= product.stop().then(() => log.info('stopped'))
    })
  }
} catch (error) {
  explain(error, fallbackLog)
  process.exitCode = 1
}
