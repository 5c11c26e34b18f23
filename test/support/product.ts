import { createServer } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { readConfig } from '../../src/platform/config.ts'
import { createLog } from '../../src/platform/log.ts'
import { startProduct, type Product } from '../../src/product.ts'
import { sandboxControl } from '../../src/sandbox/control-client.ts'
import { apiReader, type Stage } from '../../scripts/drill/stage.ts'
import { freshDatabase, type TestDatabase } from './database.ts'

export const API_KEY = 'rbk_test_key_with_all_scopes_0001'

export type TestProduct = {
  readonly product: Product
  readonly database: TestDatabase
  readonly url: string
  readonly stage: Stage
  /** everything that was logged, a JSON line each */
  readonly logged: string[]
  close(): Promise<void>
}

/**
 * The real product with the sandbox as its carrier, on a database of its own and a clock that stands where the test wants it.
 * @param clock from which the product's time runs; it goes on at real speed.
 */
export async function startTestProduct(
  clock: Date,
  env: Readonly<Record<string, string>> = {},
): Promise<TestProduct> {
  const database = await freshDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'ringback-product-'))
  const [port, sandboxPort] = await freePorts()
  const logged: string[] = []
  const config = readConfig({
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    SANDBOX_CLOCK: clock.toISOString(),
    BOOTSTRAP_API_KEY: API_KEY,
    LOG_LEVEL: 'debug',
    ...env,
  })
  const product = await startProduct(config, createLog('debug', { write: (line) => logged.push(line) }))
  const url = config.publicUrl
  return {
    product,
    database,
    url,
    stage: stageOf(url, `http://127.0.0.1:${sandboxPort}`, API_KEY),
    logged,
    close: async () => {
      await product.stop()
      await database.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The lines of the example practice. */
export const LINES = {
  ...{ backup: '+14155550100', front: '+14155550101', frontDesk: '+14155550150' },
  onCall: ['+14155550160', '+14155550161'],
} as const

export function stageOf(url: string, sandboxUrl: string, key: string): Stage {
  return { sandbox: sandboxControl(sandboxUrl), api: apiReader(url, key), lines: LINES }
}

/** Two ports that nobody listened on a moment ago. */
export async function freePorts(): Promise<[number, number]> {
  const servers = [createServer(), createServer()]
  const ports = await Promise.all(
    servers.map(async (server) => {
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      return (server.address() as AddressInfo).port
    }),
  )
  await Promise.all(servers.map((server) => once(server.close(), 'close')))
  return ports as [number, number]
}
