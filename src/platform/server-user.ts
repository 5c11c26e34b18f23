import { execFile } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Whom the database server runs as; undefined: as ourselves. */
export type ServerUser = { readonly uid: number; readonly gid: number } | undefined

const NAME = 'ringback'

/**
 * PostgreSQL refuses to run as root. When we are root, this is an unprivileged system user of our own, made when absent;
 * not `postgres`, to whom the clusters of an installed PostgreSQL belong. Otherwise undefined.
 */
export async function serverUser(): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return undefined
  const present = await lookUp()
  if (present) return present
  const why = await create()
  const created = await lookUp()
  if (created) return created
  throw new Error(
    `PostgreSQL does not run as root, and the system user "${NAME}" for it could not be made (${why}). Make it ` +
      `("useradd --system ${NAME}"), start Ringback as a normal user, or set DATABASE_URL to a PostgreSQL of your own.`,
  )
}

/** Whether that user can enter a folder or run a file: its own rights and those of all folders above count. */
export async function canReach(user: ServerUser, path: string): Promise<boolean> {
  try {
    if (user) await run('test', ['-x', path], { ...user, cwd: '/' })
    else await access(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

async function lookUp(): Promise<ServerUser> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', NAME]), run('id', ['-g', NAME])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

/** Tries the two programs that Linux systems have for it. Returns why it failed, which may be that somebody was faster. */
async function create(): Promise<string> {
  const attempts: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME]],
    ['adduser', ['-S', '-D', '-H', NAME]],
  ]
  const reasons: string[] = []
  for (const [program, args] of attempts) {
    try {
      await run(program, args)
      return ''
    } catch (error) {
      reasons.push(error instanceof Error ? error.message.trim() : String(error))
    }
  }
  return reasons.join('; ')
}
