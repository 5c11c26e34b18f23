import pg from 'pg'
import type { Db } from '../platform/db.ts'
import type { Log } from '../platform/log.ts'

/**
 * PostgreSQL tells every process of every change of an item, after the commit, by the item's id alone. An empty notice means that
 * something changed that belongs to no item; `practices` that a process read the clinic files again.
 */
export const CHANGES_CHANNEL = 'ringback_changes'
const PRACTICES = 'practices '

export type Change =
  | { readonly followUpId: string }
  /** `by`: the process that read its clinic files again, as it calls itself */
  | { readonly practices: { readonly by: string } }
  /** the connection was lost for a while, and with it any of these */
  | 'missed-some'
  /** something that belongs to no item: look at everything again */
  | null

const RETRY_MS = 1_000

/** Makes every open page look at everything again. */
export async function tellEveryPage(db: Db): Promise<void> {
  await db.$executeRaw`SELECT pg_notify(${CHANGES_CHANNEL}, '')`
}

/** Tells every process to read its clinic files again. */
export async function tellOfPractices(db: Db, by: string): Promise<void> {
  await db.$executeRaw`SELECT pg_notify(${CHANGES_CHANNEL}, ${PRACTICES + by})`
}

function readNotice(payload: string | undefined): Change {
  if (!payload) return null
  return payload.startsWith(PRACTICES)
    ? { practices: { by: payload.slice(PRACTICES.length) } }
    : { followUpId: payload }
}

/**
 * Listens for changes of items on one connection for the whole process. A lost connection is made again; since changes may
 * have been missed meanwhile, the listener is told so then.
 * @returns stops listening and closes the connection.
 */
export async function listenForChanges(
  url: string,
  onChange: (change: Change) => void,
  log: Log,
): Promise<() => Promise<void>> {
  let stopped = false
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, application_name: 'ringback changes' })
    next.on('notification', (note) => onChange(readNotice(note.payload)))
    next.on('error', () => undefined)
    next.on('end', () => {
      if (!stopped && client === next) again()
    })
    try {
      await next.connect()
      await next.query(`LISTEN ${CHANGES_CHANNEL}`)
    } catch (error) {
      await next.end().catch(() => undefined)
      throw error
    }
    client = next
    if (stopped) await next.end()
  }
  const again = (): void => {
    log.warn('the connection for live updates was lost; connecting again')
    retry = setTimeout(() => {
      connect().then(
        () => onChange('missed-some'),
        () => again(),
      )
    }, RETRY_MS)
  }
  await connect()
  return async () => {
    stopped = true
    clearTimeout(retry)
    await client?.end()
  }
}
