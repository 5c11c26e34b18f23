import { isatty } from 'node:tty'
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

const STANDARD_OUTPUT = 1
const inTerminal = isatty(STANDARD_OUTPUT)
const fallbackLog = createLog('info')
try {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  const now: { product?: Product; windowClosed: boolean } = { windowClosed: false }
  let stopping: Promise<void> | undefined
  const stop = (): void => {
    stopping ??= now.product?.stop().then(() => log.info('stopped'))
  }
  // From the beginning, since the signal would otherwise end us in the middle of starting; the files have just been read then.
  process.on('SIGHUP', () => {
    // A window that is closed sends it too. Nobody reads the log then, and writing to a terminal that is gone would wait for ever.
    now.windowClosed ||= inTerminal && !isatty(STANDARD_OUTPUT)
    if (now.windowClosed) {
      log.level = 'silent'
      stop()
      return
    }
    now.product?.reload().catch((error: unknown) => {
      log.error({ err: error }, 'the clinic files could not be read again; the rules stay as they were')
    })
  })
  const product = await startProduct(config, log)
  now.product = product
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop)
  if (now.windowClosed) stop()
  else if (config.mode === 'sandbox') announce(config, product)
} catch (error) {
  explain(error, fallbackLog)
  process.exitCode = 1
}
