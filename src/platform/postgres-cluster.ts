import { execFile } from 'node:child_process'
import { readFile, realpath, rename, rm, writeFile, appendFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { PostgresPrograms } from './postgres-programs.ts'
import type { ServerUser } from './server-user.ts'

const run = promisify(execFile)

/** One PostgreSQL data directory and what is needed to work it. */
export interface Cluster {
  /** holds `cluster`, `password` and `server.log`; belongs to the server's user */
  readonly home: string
  readonly programs: PostgresPrograms
  readonly user: ServerUser
  /** server settings beyond ours, such as `fsync: 'off'` for tests */
  readonly settings: Readonly<Record<string, string>>
}

export interface RunningServer {
  readonly pid: number
  readonly port: number
}

/** The administrator of the cluster, and the name of our database in it. */
export const NAME = 'ringback'

const START_ATTEMPTS = 5

export function clusterFolder(home: string): string {
  return join(home, 'cluster')
}

/**
 * Makes the data directory. It is built under another name and renamed when complete, so that a crash in between leaves
 * nothing that looks like a database.
 */
export async function initialise(cluster: Cluster, passwordFile: string): Promise<void> {
  const unfinished = `${clusterFolder(cluster.home)}.new`
  await rm(unfinished, { recursive: true, force: true })
  // The built-in C.UTF-8 sorts by code point and is the same on every machine, whatever locales are installed.
  await runProgram(cluster, cluster.programs.initdb, [
    `--pgdata=${unfinished}`,
    `--username=${NAME}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--no-locale',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ])
  await appendFile(
    join(unfinished, 'postgresql.conf'),
    `\ninclude_if_exists '${SETTINGS_FILE}' # written at each start\n`,
  )
  await rename(unfinished, clusterFolder(cluster.home))
}

/**
 * The server that is up on this data directory, or undefined. Its own pid file may be older than the machine's last
 * start, and the id in it may belong to any program by now.
 */
export async function findRunning(home: string): Promise<RunningServer | undefined> {
  const lines = await readLines(pidFile(home))
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!(pid > 0)) return undefined
  return (await isServerOf(pid, clusterFolder(home))) ? { pid, port } : undefined
}

/**
 * Starts the server and returns when it accepts connections, on the port it had last time if that is free.
 * @param keepPort whether another port will not do, since the address was already handed out.
 */
export async function startServer(cluster: Cluster, keepPort = false): Promise<RunningServer> {
  await removeStalePidFile(cluster)
  let port = await lastPort(cluster)
  for (let attempt = 1; ; attempt++) {
    if (port === undefined || (!keepPort && !(await isFree(port)))) port = await freePort()
    await writeSettings(cluster, port)
    const log = join(cluster.home, 'server.log')
    try {
      await rm(log, { force: true })
      await pgCtl(cluster, ['start', '-w', '-t', '60', '-l', log])
      const server = await findRunning(cluster.home)
      if (server) return server
      throw new Error('it ended at once')
    } catch (error) {
      const said = (await readLines(log)).join('\n')
      // Somebody took the port in between, or processes of a killed server are still ending.
      const passing = /could not bind|could not create any TCP|shared memory block|lock file/.test(said)
      if (passing && attempt < START_ATTEMPTS) {
        await pause(500)
        continue
      }
      throw new Error(
        `The database server does not start. Its log, ${log}, ends with:\n${said.slice(-1000)}`,
        { cause: error },
      )
    }
  }
}

/** Ends the server and waits until it is gone: running transactions are rolled back, everything committed is on disk. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const server = await findRunning(cluster.home)
  if (!server) return
  try {
    await pgCtl(cluster, ['stop', '-m', 'fast', '-w', '-t', '30'])
  } catch (error) {
    if (!(await findRunning(cluster.home))) return
    // Ends without tidying up; the next start repeats what the log holds. Nothing committed is lost.
    await pgCtl(cluster, ['stop', '-m', 'immediate', '-w', '-t', '30']).catch(() => {
      throw error
    })
  }
  // Its pid file goes a moment before the process does.
  for (let look = 0; look < 100 && (await isServerOf(server.pid, clusterFolder(cluster.home))); look++)
    await pause(20)
}

const SETTINGS_FILE = 'ringback.conf'

async function writeSettings(cluster: Cluster, port: number): Promise<void> {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The server's log must not hold what statements carry: numbers, names, words of patients.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    ...cluster.settings,
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`)
  await writeFile(join(clusterFolder(cluster.home), SETTINGS_FILE), lines.join(''), { mode: 0o644 })
}

async function lastPort(cluster: Cluster): Promise<number | undefined> {
  const lines = await readLines(join(clusterFolder(cluster.home), SETTINGS_FILE))
  const port = lines.map((line) => /^port = '(\d+)'$/.exec(line)?.[1]).find((found) => found !== undefined)
  return port === undefined ? undefined : Number(port)
}

/** PostgreSQL takes a live process with the id in its pid file for a server, if it is of the same user, and does not start. */
async function removeStalePidFile(cluster: Cluster): Promise<void> {
  const pid = Number((await readLines(pidFile(cluster.home)))[0])
  if (pid > 0 && isAlive(pid) && !(await isServerOf(pid, clusterFolder(cluster.home))))
    await rm(pidFile(cluster.home), { force: true })
}

async function isServerOf(pid: number, folder: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  try {
    if (process.platform === 'win32') return true
    if (process.platform !== 'linux') {
      const { stdout } = await run('ps', ['-p', String(pid), '-o', 'command='])
      return stdout.includes('postgres') && stdout.includes(folder)
    }
    // Its working directory would say it too, but root in a container may not look at that of another user's process.
    // A dead process that nobody has buried yet has no arguments.
    const args = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0')
    const dataDirectory = args[args.indexOf('-D') + 1]
    return dataDirectory !== undefined && (await realpath(dataDirectory)) === (await realpath(folder))
  } catch {
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function pidFile(home: string): string {
  return join(clusterFolder(home), 'postmaster.pid')
}

function pgCtl(cluster: Cluster, args: string[]): Promise<void> {
  return runProgram(cluster, cluster.programs.pg_ctl, ['-D', clusterFolder(cluster.home), ...args])
}

async function runProgram({ home, user }: Cluster, program: string, args: string[]): Promise<void> {
  // Nothing else of our environment: PG… variables would redirect the programs, and secrets are no business of theirs.
  const { PATH, SystemRoot, TEMP } = process.env
  try {
    await run(program, args, { ...user, cwd: home, env: { PATH, SystemRoot, TEMP, LC_ALL: 'C' } })
  } catch (error) {
    const { stderr, stdout } = error as { stderr?: string; stdout?: string }
    throw new Error(`${program} failed: ${(stderr ?? '').trim() || (stdout ?? '').trim() || String(error)}`, {
      cause: error,
    })
  }
}

async function readLines(path: string): Promise<string[]> {
  try {
    return (await readFile(path, 'utf8')).split(/\r?\n/)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

async function freePort(): Promise<number> {
  const port = await listenOnce(0)
  if (port === undefined) throw new Error('No free port on 127.0.0.1 for the database server.')
  return port
}

async function isFree(port: number): Promise<boolean> {
  return (await listenOnce(port)) !== undefined
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined))
    })
  })
}
