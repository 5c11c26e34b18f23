import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { findEmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { FolderInUse } from '../../src/platform/folder-lock.ts'
import { createLog } from '../../src/platform/log.ts'
import { canReach } from '../../src/platform/server-user.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const SOURCE = join(import.meta.dirname, '../../src/platform')
const NOBODY = { uid: 65_534, gid: 65_534 }
const asRoot = process.getuid?.() === 0
const nobodyCanRunThis =
  asRoot && (await canReach(NOBODY, SOURCE)) && (await canReach(NOBODY, process.execPath))

/** A data folder in which a database was made, and has been stopped since. */
let made: string
let parent: string
let dataDir: string
let lines: string[]
let cleanUps: (() => Promise<unknown>)[]

beforeAll(async () => {
  made = await openFolder()
  const server = await startEmbeddedPostgres({ dataDir: made, log: createLog('silent') })
  await server.stop()
})
afterAll(async () => {
  vi.resetConfig()
  await rm(made, { recursive: true, force: true })
})
beforeEach(async () => {
  parent = await openFolder()
  dataDir = join(parent, 'data')
  lines = []
  cleanUps = []
})
afterEach(async () => {
  for (const cleanUp of cleanUps.reverse()) await cleanUp()
  await rm(parent, { recursive: true, force: true })
})

/** A folder that every user may enter. */
async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'embedded-'))
  await chmod(folder, 0o755)
  return folder
}

/** Gives the test a database that was made before: making one takes the better part of a second. */
function useDatabaseMadeBefore(): void {
  beforeEach(async () => {
    await mkdir(dataDir)
    execFileSync('cp', ['-a', join(made, 'postgres'), dataDir])
  })
}

const log = createLog('info', { write: (line) => lines.push(line) })

async function start(folder = dataDir): ReturnType<typeof startEmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir: folder, log })
  cleanUps.push(() => server.stop())
  return server
}

async function ask(url: string, ...statements: string[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const rows: unknown[] = []
    for (const statement of statements)
      rows.push((await client.query<Record<string, unknown>>(statement)).rows[0])
    return rows
  } finally {
    await client.end()
  }
}

const NOTE = 'CREATE TABLE note AS SELECT 1 AS kept'
const READ = 'SELECT kept FROM note'

async function serverPid(folder = dataDir): Promise<number> {
  return Number(
    (await readFile(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0],
  )
}

/** A dead process that the machine has not buried yet counts as dead. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'stat='], { encoding: 'utf8' })
  return /^[^Z\s]/.test(stdout.trim())
}

/** Another process that starts the database and then sits there; its first line of output is the address. */
async function startElsewhere(
  user?: typeof NOBODY,
): Promise<{ child: ChildProcess; url: string; dataDir: string }> {
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(pathToFileURL(join(SOURCE, 'embedded-postgres.ts')).href)})
    const { createLog } = await import(${JSON.stringify(pathToFileURL(join(SOURCE, 'log.ts')).href)})
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: createLog('silent') })
    console.log(JSON.stringify({ url: server.url, dataDir: server.dataDir }))
    process.once('SIGTERM', () => server.stop().then(() => clearInterval(waiting)))
    const waiting = setInterval(() => undefined, 60_000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    ...user,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  cleanUps.push(() => end(child, 'SIGTERM'))
  let errors = ''
  child.stderr.on('data', (part: Buffer) => (errors += part.toString()))
  const started = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  const [first] = started as [unknown]
  if (!Buffer.isBuffer(first)) throw new Error(`the other process ended: ${errors}`)
  return { child, ...(JSON.parse(first.toString()) as { url: string; dataDir: string }) }
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
}

describe(startEmbeddedPostgres, () => {
  test('makes a PostgreSQL on the first start: durable, in UTC, Unicode, for this machine only', async () => {
    const { url } = await start()
    expect(new URL(url)).toMatchObject({ hostname: '127.0.0.1', pathname: '/ringback' })
    const settings = [
      'fsync',
      'timezone',
      'server_encoding',
      'listen_addresses',
      'unix_socket_directories',
      'password_encryption',
    ]
    expect(await ask(url, ...settings.map((name) => `SHOW ${name}`), `SELECT upper('é ñ') AS upper`)).toEqual(
      [
        { fsync: 'on' },
        { TimeZone: 'UTC' },
        { server_encoding: 'UTF8' },
        { listen_addresses: '127.0.0.1' },
        { unix_socket_directories: '' },
        { password_encryption: 'scram-sha-256' },
        { upper: 'É Ñ' },
      ],
    )
  })

  test('lets nobody in without the password, which only its user may read and no log line holds', async () => {
    const { url } = await start()
    const passwordFile = join(dataDir, 'postgres', 'password')
    const { password } = new URL(url)
    expect(password).toHaveLength(32)
    expect(await readFile(passwordFile, 'utf8')).toBe(password)
    expect((await stat(passwordFile)).mode & 0o777).toBe(0o600)
    expect((await stat(join(dataDir, 'postgres'))).mode & 0o777).toBe(0o700)
    await expect(ask(url.replace(password, 'guess'), 'SELECT 1')).rejects.toThrow(
      /password authentication failed/,
    )
    expect(lines.join('')).not.toContain(password)
  })
})

describe('on a folder with a database', () => {
  useDatabaseMadeBefore()

  test('keeps everything, password and port too, over a restart', async () => {
    const first = await start()
    await ask(first.url, NOTE)
    const pid = await serverPid()
    await first.stop()
    expect(isAlive(pid)).toBe(false)
    const second = await start()
    expect(second.url).toBe(first.url)
    expect(await ask(second.url, READ)).toEqual([{ kept: 1 }])
  })

  test('takes another port when a stranger has ours', async () => {
    const first = await start()
    await ask(first.url, NOTE)
    await first.stop()
    const stranger = createServer().listen(Number(new URL(first.url).port), '127.0.0.1')
    await once(stranger, 'listening')
    cleanUps.push(async () => once(stranger.close(), 'close'))
    const second = await start()
    expect(new URL(second.url).port).not.toBe(new URL(first.url).port)
    expect(await ask(second.url, READ)).toEqual([{ kept: 1 }])
  })

  test('takes over the server that a killed process left behind, never starting a second', async () => {
    const other = await startElsewhere()
    await ask(other.url, NOTE)
    const pid = await serverPid()
    await end(other.child, 'SIGKILL')
    expect(isAlive(pid)).toBe(true)

    const { url, stop } = await start()
    expect(await serverPid()).toBe(pid)
    expect(await ask(url, READ)).toEqual([{ kept: 1 }])
    expect(lines.join('')).toContain('took over the database server')
    await stop()
    expect(isAlive(pid)).toBe(false)
  })

  test('starts on what is left when process and server were killed together', async () => {
    const other = await startElsewhere()
    await ask(other.url, NOTE)
    const pid = await serverPid()
    await end(other.child, 'SIGKILL')
    process.kill(pid, 'SIGKILL')
    const { url } = await start()
    expect(await serverPid()).not.toBe(pid)
    expect(await ask(url, READ)).toEqual([{ kept: 1 }])
  })

  test('does not mistake another program for its server when the id in an old pid file was used again', async () => {
    const first = await start()
    await ask(first.url, NOTE)
    await first.stop()
    const { uid, gid } = await stat(join(dataDir, 'postgres'))
    // Of the server's own user: PostgreSQL itself would take that one for a server and refuse to start.
    const bystander = spawn('sleep', ['600'], asRoot ? { uid, gid } : {})
    cleanUps.push(() => end(bystander, 'SIGKILL'))
    const pidFile = join(dataDir, 'postgres', 'cluster', 'postmaster.pid')
    await writeFile(
      pidFile,
      `${bystander.pid}\n${dataDir}/postgres/cluster\n1700000000\n5432\n\n127.0.0.1\n  1 1\nready\n`,
    )
    if (asRoot) await chown(pidFile, uid, gid)

    const { url } = await start()
    expect(await ask(url, READ)).toEqual([{ kept: 1 }])
    expect(bystander.exitCode).toBeNull()
  })

  test('refuses a second process on the same folder, names both and says what to do; the first works on', async () => {
    const other = await startElsewhere()
    await ask(other.url, NOTE)
    const refusal: unknown = await start().catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(FolderInUse)
    expect((refusal as Error).message).toBe(
      `The data folder ${dataDir} is in use by another Ringback (process ${other.child.pid}). Stop that one, or give this one ` +
        'a folder of its own with DATA_DIR. Several processes that shall work together all need the same DATABASE_URL instead.',
    )
    expect(await ask(other.url, READ)).toEqual([{ kept: 1 }])
  })

  test('lets exactly one of several win that start at once on a folder whose holder was killed', async () => {
    const other = await startElsewhere()
    await end(other.child, 'SIGKILL')
    const starts = await Promise.allSettled([startElsewhere(), startElsewhere(), startElsewhere()])
    expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
    const losers = starts.filter((result) => result.status === 'rejected')
    for (const { reason } of losers) expect(String(reason)).toContain('is in use by another Ringback')
  })

  test('starts the server again on the same port when only the server was killed', async () => {
    const { url } = await start()
    await ask(url, NOTE)
    const pid = await serverPid()
    process.kill(pid, 'SIGKILL')
    await vi.waitFor(async () => expect(await ask(url, READ)).toEqual([{ kept: 1 }]), {
      timeout: 20_000,
      interval: 100,
    })
    expect(await serverPid()).not.toBe(pid)
    expect(lines.join('')).toContain('the database server is gone; starting it again')
  })

  test('leaves the signals of the process alone', async () => {
    const signals = ['SIGTERM', 'SIGINT', 'SIGHUP', 'exit', 'beforeExit'] as const
    const before = signals.map((name) => process.listenerCount(name))
    const { stop } = await start()
    await stop()
    expect(signals.map((name) => process.listenerCount(name))).toEqual(before)
  })

  test('says what ails the server when it cannot start, and lets go of the folder', async () => {
    const first = await start()
    await first.stop()
    const settings = join(dataDir, 'postgres', 'cluster', 'postgresql.conf')
    await appendFile(settings, "shared_buffers = 'plenty'\n")
    await expect(start()).rejects.toThrow(/database server does not start.*server\.log.*shared_buffers/s)
    await appendFile(settings, "shared_buffers = '16MB'\n")
    expect(await ask((await start()).url, 'SHOW shared_buffers')).toEqual([{ shared_buffers: '16MB' }])
  })
})

describe.runIf(asRoot)('as root', () => {
  test('runs the server as a user of its own without rights', async () => {
    await start()
    const status = await readFile(`/proc/${await serverPid()}/status`, 'utf8')
    const { uid } = await stat(join(dataDir, 'postgres'))
    expect(uid).toBeGreaterThan(0)
    expect(status).toContain(`\nUid:\t${uid}\t${uid}\t${uid}\t${uid}\n`)
    expect(status).toMatch(/\nGroups:\s*\n/)
  })

  test('puts the data where that user can reach it when the folder is closed, says so, and finds it again', async () => {
    await chmod(parent, 0o700)
    const first = await start()
    cleanUps.unshift(() => rm(first.dataDir, { recursive: true, force: true }))
    expect(first.dataDir).toMatch(/^\/var\/lib\/ringback\/[0-9a-f]{16}$/)
    expect(
      lines.filter((line) => line.includes(`"asked":"${dataDir}","dataDir":"${first.dataDir}"`)),
    ).toHaveLength(1)
    await ask(first.url, NOTE)
    expect(await findEmbeddedPostgres(dataDir)).toBe(first.url)
    await first.stop()

    // Even when the folder has been opened since: an empty database there would look as if all were lost.
    await chmod(parent, 0o755)
    const second = await start()
    expect(second.dataDir).toBe(first.dataDir)
    expect(await ask(second.url, READ)).toEqual([{ kept: 1 }])
  })
})

describe.runIf(asRoot)('as root, on a folder with a database', () => {
  useDatabaseMadeBefore()

  test('does not begin anew elsewhere when a folder with data was closed later', async () => {
    await chmod(parent, 0o700)
    await expect(start()).rejects.toThrow(/cannot be reached by the system user.*chmod o\+x/s)
  })
})

describe.runIf(nobodyCanRunThis)('as a normal user', () => {
  beforeEach(async () => {
    await mkdir(dataDir)
    await chown(dataDir, NOBODY.uid, NOBODY.gid)
  })

  test('runs the server as that user, in the folder it was given', async () => {
    const other = await startElsewhere(NOBODY)
    expect(other.dataDir).toBe(dataDir)
    expect((await stat(join(dataDir, 'postgres', 'cluster'))).uid).toBe(NOBODY.uid)
    await ask(other.url, NOTE)
    const pid = await serverPid()
    await end(other.child, 'SIGKILL')
    const again = await startElsewhere(NOBODY)
    expect(await serverPid()).toBe(pid)
    expect(await ask(again.url, READ)).toEqual([{ kept: 1 }])
    await end(again.child, 'SIGTERM')
    expect(isAlive(pid)).toBe(false)
  })

  test("says whose folder is needed when it may not write root's", async () => {
    await chown(dataDir, 0, 0)
    await expect(startElsewhere(NOBODY)).rejects.toThrow(
      /The data folder .* cannot be written\. Give it to the user/,
    )
  })
})

describe(findEmbeddedPostgres, () => {
  useDatabaseMadeBefore()

  test('gives the address while the server is up and nothing before or after', async () => {
    expect(await findEmbeddedPostgres(dataDir)).toBeUndefined()
    const { url, stop } = await start()
    expect(await findEmbeddedPostgres(dataDir)).toBe(url)
    await stop()
    expect(await findEmbeddedPostgres(dataDir)).toBeUndefined()
  })
})
