import { createHash, randomBytes } from 'node:crypto'
import { access, chmod, chown, constants, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { lockFolder } from './folder-lock.ts'
import {
  clusterFolder,
  findRunning,
  initialise,
  NAME,
  startServer,
  stopServer,
  type Cluster,
} from './postgres-cluster.ts'
import { findPostgres } from './postgres-programs.ts'
import { canReach, serverUser, type ServerUser } from './server-user.ts'
import type { Log } from './log.ts'

export interface EmbeddedPostgres {
  /** holds the password: never log it */
  readonly url: string
  /** where the data really is */
  readonly dataDir: string
  /** Ends the server and lets go of the folder. */
  readonly stop: () => Promise<void>
}

/** Where the data goes when root's clone or data folder is closed to the server's user. */
const OPEN_PLACE = '/var/lib/ringback'
/** How long a server that an earlier process left behind may take to answer, for example while it recovers. */
const ADOPTION_MS = 10_000
/** How often to look whether the server is still there. */
const WATCH_MS = 1_000

/**
 * Starts a real PostgreSQL of our own with its data under `dataDir`, made at the first start and kept ever after.
 * It listens on 127.0.0.1 only, with a random password that lies beside the data. A server that a killed process left
 * behind is taken over; there is never a second one beside it.
 * @param options.settings server settings beyond the usual, for tests.
 * @throws FolderInUse when another live Ringback has the folder.
 */
export async function startEmbeddedPostgres(options: {
  readonly dataDir: string
  readonly log: Log
  readonly settings?: Readonly<Record<string, string>>
}): Promise<EmbeddedPostgres> {
  const { log, settings = {} } = options
  const user = await serverUser()
  const dataDir = await reachableFolder(resolve(options.dataDir), user, log)
  const lock = lockFolder(dataDir)
  try {
    const programs = await findPostgres(dataDir, user, log)
    const cluster: Cluster = { home: join(dataDir, 'postgres'), programs, user, settings }
    const password = await prepare(cluster)
    const url = (await adopt(cluster, password, log)) ?? address(password, (await startServer(cluster)).port)
    await createDatabase(url)
    const stopWatching = keepRunning(cluster, log)
    const stop = async (): Promise<void> => {
      await stopWatching()
      await stopServer(cluster)
      lock.release()
    }
    let stopped: Promise<void> | undefined
    return { url, dataDir, stop: () => (stopped ??= stop()) }
  } catch (error) {
    lock.release()
    throw error
  }
}

/**
 * The embedded database that a running Ringback has up on this folder, for commands beside it; undefined when none is up.
 * @returns the address, which holds the password: never log it.
 */
export async function findEmbeddedPostgres(dataDir: string): Promise<string | undefined> {
  const asked = resolve(dataDir)
  for (const folder of [openPlaceFor(asked), asked]) {
    const home = join(folder, 'postgres')
    const server = (await exists(home)) ? await findRunning(home) : undefined
    if (server) return address(await readPassword(home), server.port)
  }
  return undefined
}

/**
 * Starts the server again, on the same port, when it died under us (killed, out of memory). Returns a stopper that waits
 * for a start under way.
 */
function keepRunning(cluster: Cluster, log: Log): () => Promise<void> {
  let looking: Promise<void> | undefined
  const look = async (): Promise<void> => {
    try {
      if (await findRunning(cluster.home)) return
      log.error('the database server is gone; starting it again')
      await startServer(cluster, true)
    } catch (err) {
      log.error({ err }, 'the database server could not be started again; trying on')
    }
  }
  const timer = setInterval(() => {
    looking ??= look().finally(() => (looking = undefined))
  }, WATCH_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await looking
  }
}

/**
 * `asked`, or a folder of its own below /var/lib/ringback when the server's user cannot enter `asked` (a clone below
 * /root). Once the data is in one of them it is looked for there only: never an empty database in place of a full one.
 */
async function reachableFolder(asked: string, user: ServerUser, log: Log): Promise<string> {
  const instead = openPlaceFor(asked)
  const moved = user !== undefined && (await exists(join(instead, 'postgres')))
  if (!moved) {
    await makeFolder(asked)
    if (await canReach(user, asked)) return asked
    if (await exists(join(asked, 'postgres', 'cluster'))) {
      throw new Error(
        `The database in ${asked} cannot be reached by the system user it runs as. Allow others to pass the folders ` +
          'above it ("chmod o+x"), or move it to an open place and set DATA_DIR to that.',
      )
    }
    await makeFolder(OPEN_PLACE)
    await makeFolder(instead)
  }
  log.warn(
    { asked, dataDir: instead },
    'the data folder is closed to the system user of the database: its data is here instead',
  )
  return instead
}

function openPlaceFor(asked: string): string {
  return join(OPEN_PLACE, createHash('sha256').update(asked).digest('hex').slice(0, 16))
}

/** Makes the folder when absent, open for passing through even under a strict umask; an existing one keeps its mode. */
async function makeFolder(folder: string): Promise<void> {
  try {
    if (await mkdir(folder, { recursive: true })) await chmod(folder, 0o755)
    await access(folder, constants.W_OK)
  } catch (error) {
    throw new Error(
      `The data folder ${folder} cannot be written. Give it to the user that Ringback runs as, or set DATA_DIR to another.`,
      { cause: error },
    )
  }
}

/** Sees to it that there is a data directory and returns the password of its administrator. */
async function prepare(cluster: Cluster): Promise<string> {
  const { home, user } = cluster
  const passwordFile = join(home, 'password')
  await mkdir(home, { recursive: true, mode: 0o700 })
  if (user) await chown(home, user.uid, user.gid)
  if (!(await exists(clusterFolder(cluster.home)))) {
    await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
    if (user) await chown(passwordFile, user.uid, user.gid)
    await initialise(cluster, passwordFile)
  }
  return readPassword(home)
}

async function readPassword(home: string): Promise<string> {
  return (await readFile(join(home, 'password'), 'utf8')).trim()
}

/** The address of a server that is already up on our data, or undefined when there is none or it had to be ended. */
async function adopt(cluster: Cluster, password: string, log: Log): Promise<string | undefined> {
  const until = performance.now() + ADOPTION_MS
  for (let server = await findRunning(cluster.home); server; server = await findRunning(cluster.home)) {
    const url = address(password, server.port)
    if (await answers(url)) {
      log.info({ pid: server.pid }, 'took over the database server that an earlier process left running')
      return url
    }
    if (performance.now() > until) {
      log.warn(
        { pid: server.pid },
        'ending a database server that an earlier process left running and that does not answer',
      )
      await stopServer(cluster)
      return undefined
    }
    await pause(100)
  }
  return undefined
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: withDatabase(url, 'postgres'),
    connectionTimeoutMillis: 2_000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(url, 'postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [NAME])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${NAME}`)
  } finally {
    await client.end()
  }
}

function address(password: string, port: number): string {
  return `postgresql://${NAME}:${password}@127.0.0.1:${port}/${NAME}`
}

function withDatabase(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}
