import { spawn, type ChildProcess } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { API_KEY, freePorts } from './product.ts'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

export type ChildProduct = {
  readonly url: string
  readonly sandboxUrl: string
  /** everything it printed, over all its lives */
  readonly printed: string[]
  /** Ends the process as a power cut would, and waits until it is gone. */
  kill(): Promise<void>
  /** An operator's SIGHUP. */
  hangUp(): void
  /** Starts it (again) and waits until it is ready. */
  start(): Promise<void>
  /** Ends it in good order and removes its data. */
  close(): Promise<void>
}

/** The product as `npm start` runs it: a process of its own, on an embedded database in an empty folder. */
export async function childProduct(
  env: () => Readonly<Record<string, string>> = () => ({}),
): Promise<ChildProduct> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ringback-child-'))
  // The database runs as a user of its own and must be able to get in.
  await chmod(dataDir, 0o755)
  const [port, sandboxPort] = await freePorts()
  const url = `http://127.0.0.1:${port}`
  const printed: string[] = []
  let child: ChildProcess | undefined

  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (child?.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  return {
    url,
    sandboxUrl: `http://127.0.0.1:${sandboxPort}`,
    printed,
    kill: () => stop('SIGKILL'),
    hangUp: () => {
      child?.kill('SIGHUP')
    },
    start: async () => {
      child = spawn(process.execPath, [MAIN], {
        env: {
          ...process.env,
          PORT: String(port),
          SANDBOX_PORT: String(sandboxPort),
          DATA_DIR: join(dataDir, 'data'),
          PUBLIC_URL: url,
          BOOTSTRAP_API_KEY: API_KEY,
          LOG_LEVEL: 'debug',
          ...env(),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      for (const stream of [child.stdout, child.stderr]) {
        stream?.setEncoding('utf8').on('data', (text: string) => printed.push(text))
      }
      await ready(url, child, printed)
    },
    close: async () => {
      await stop('SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Polls /readyz, which is the product's own word for "you may go on". */
async function ready(url: string, child: ChildProcess, printed: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`The product ended while starting:\n${printed.join('')}`)
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.ok) return
    await pause(100)
  }
  throw new Error(`The product did not become ready:\n${printed.join('')}`)
}
