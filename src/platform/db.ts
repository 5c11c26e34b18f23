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

/**
 * Opens a pool of connections; the first query connects.
 * @param url `postgresql://user:password@host:port/database`
 * @param options.poolSize most connections at a time, 10 when absent. All processes together must stay below the server's
 *   `max_connections` (100 by default).
 */
export function openDb(url: string, options: { poolSize?: number } = {}): Db {
  const adapter = new PrismaPg({
    connectionString: url,
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS,
    application_name: 'ringback',
    // The adapter reads every timestamptz as if it were UTC and drops the offset that the server writes.
    options: '-c TimeZone=UTC',
  })
  return new PrismaClient({ adapter })
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
