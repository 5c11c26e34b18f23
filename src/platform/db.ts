import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient, type Prisma } from '../../prisma/generated/client.ts'

/** The database as seen outside a transaction. */
export type Db = PrismaClient

/**
 * The database inside one open transaction. A function that must be part of a larger change takes this type, and the
 * compiler refuses a `Db` in its place: a `Db` can open transactions, a `Tx` cannot. (Prisma's own type for it has
 * `$transaction` too, for savepoints, and so would let a `Db` pass.)
 */
export type Tx = Omit<Prisma.TransactionClient, '$transaction'> & { readonly $transaction?: never }

/** How long a transaction may wait for a free connection. */
const WAIT_FOR_CONNECTION_MS = 5_000
/** How long it may last. Nothing inside calls the network, so a longer one hangs on a lock and is better rolled back. */
const LONGEST_TRANSACTION_MS = 10_000
/** How long the server waits for the next statement of an open transaction; longer than any transaction of ours may last. */
const LONGEST_IDLE_MS = 15_000

/**
 * Opens a pool of connections; the first query connects.
 * @param url `postgresql://user:password@host:port/database`
 * @param options.poolSize most connections at a time, 10 when absent. All processes together must stay below the server's
 *   `max_connections` (100 by default).
 */
export function openDb(url: string, options: { poolSize?: number } = {}): Db {
  const adapter = new PrismaPg(
    {
      connectionString: url,
      max: options.poolSize ?? 10,
      connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS,
      application_name: 'ringback',
      // The adapter reads every timestamptz as if it were UTC and drops the offset that the server writes. And a process that froze in
      // the middle of a transaction must not keep a contact's lock, or a sender's place, from the others.
      options: `-c TimeZone=UTC -c idle_in_transaction_session_timeout=${String(LONGEST_IDLE_MS)}`,
    },
    { statementNameGenerator: statementNames() },
  )
  return new PrismaClient({ adapter })
}

/** The most statements that a connection keeps a plan of; there are fewer in the program, so this only bounds a mistake. */
const MOST_STATEMENTS = 200

/** PostgreSQL's own name for a statement that is not kept. */
const NO_NAME = ''

/**
 * Gives hand-written statements a name, so that PostgreSQL parses and plans them once for a connection and not each time (measured: half
 * of its time for a text). Prisma's own are left alone: their conditions come as parameters, and a plan made once for all values
 * would not use the partial indexes.
 */
function statementNames(): (statement: { sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    if (sql.includes('"public".')) return NO_NAME
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size >= MOST_STATEMENTS) return NO_NAME
    const name = `ringback_${String(names.size)}`
    names.set(sql, name)
    return name
  }
}

/**
 * Runs `work` in one transaction (read committed) and returns what it returned. Whatever it throws rolls everything back
 * and is thrown on. Throws as well when no connection came free within 5 s or the work took longer than 10 s.
 */
export function inTransaction<Result>(db: Db, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return db.$transaction((tx) => work(tx as Omit<typeof tx, '$transaction'>), {
    maxWait: WAIT_FOR_CONNECTION_MS,
    timeout: LONGEST_TRANSACTION_MS,
  })
}

/** Closes all connections; queries under way end first. */
export function closeDb(db: Db): Promise<void> {
  return db.$disconnect()
}
