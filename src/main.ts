import { PolicyError } from './casework/policy/problems.ts'
import { ConfigError, readConfig, type Config } from './platform/config.ts'
import { createLog, type Log } from './platform/log.ts'
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
  } else {
    process.stderr.write(
      `Ringback cannot start: ${error instanceof Error ? error.message : 'an unknown error'}\n`,
    )
    log.error({ err: error }, 'start failed')
  }
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
