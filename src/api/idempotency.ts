import { createHash } from 'node:crypto'
import type { Casework } from '../casework/casework.ts'
import { inTransaction, type Tx } from '../platform/db.ts'
import { BadParameters, Refusal } from './problems.ts'

/*
 * Requests that may be repeated safely: the header Idempotency-Key (draft-ietf-httpapi-idempotency-key-header). The answer is written
 * in the transaction that does what was asked, so that there is never one without the other: a process that dies in between leaves
 * neither, and the repetition is the first request again. A request that failed leaves nothing either and may be mended and repeated.
 */

export const IDEMPOTENCY_KEY = 'Idempotency-Key'
export const IDEMPOTENCY_HEADERS = {
  [IDEMPOTENCY_KEY]:
    'Makes the request safe to repeat: chosen by you, such as a UUID, for one request. The same key with the same body within seven ' +
    'days gets the first answer again, with the header Idempotent-Replayed: true.',
}
export const IDEMPOTENCY_REFUSALS = {
  409: 'The first request with this Idempotency-Key is still under way: repeat it after Retry-After seconds.',
  422: 'This Idempotency-Key was used for another request.',
}

/** An answer as it is kept and given again. */
export type KeptAnswer<Body> = { readonly status: 200 | 201; readonly body: Body }

/**
 * Does the work once for all requests of one API key that carry the same idempotency key.
 * @param asked.header the header as received; absent: the request is for itself.
 * @param asked.fingerprintOf what was asked; another thing under the same key is refused.
 * @throws BadParameters for a header that is no key, Refusal when it is under way or was used for something else.
 */
export async function answerOnce<Body extends object>(
  { db, clock }: Pick<Casework, 'db' | 'clock'>,
  asked: { readonly keyId: string; readonly header: string | undefined; readonly fingerprintOf: unknown },
  work: (tx: Tx) => Promise<KeptAnswer<Body>>,
): Promise<KeptAnswer<Body> & { readonly replayed: boolean }> {
  const { keyId, header } = asked
  if (header === undefined) return { ...(await inTransaction(db, work)), replayed: false }
  const key = readKey(header)
  const fingerprint = createHash('sha256').update(JSON.stringify(asked.fingerprintOf)).digest('hex')
  return inTransaction(db, async (tx) => {
    // Those who do not get it are told to come again: waiting would hold one of the few connections each.
    const [lock] = await tx.$queryRaw<{ ours: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended(${`${keyId} ${key}`}, 0)) AS ours`
    if (lock?.ours !== true) throw new Refusal(409, 'request-under-way', IDEMPOTENCY_REFUSALS[409], 1)
    const kept = await tx.idempotentAnswer.findUnique({ where: { keyId_key: { keyId, key } } })
    if (kept) {
      if (kept.fingerprint !== fingerprint)
        throw new Refusal(
          422,
          'idempotency-key-reused',
          `${IDEMPOTENCY_REFUSALS[422]} Choose a new key for each request, and repeat a request with the same body.`,
        )
      // Both were written below, by this very operation.
      return { status: kept.status as 200 | 201, body: kept.body as unknown as Body, replayed: true }
    }
    const { status, body } = await work(tx)
    const at = clock.now()
    await tx.idempotentAnswer.create({ data: { keyId, key, fingerprint, at, status, body } })
    return { status, body, replayed: false }
  })
}

/** A key as the draft writes it, in quotes, or as most programs do, without. */
function readKey(header: string): string {
  const key = /^"?([\x21\x23-\x5b\x5d-\x7e]{1,255})"?$/.exec(header.trim())?.[1]
  if (key !== undefined) return key
  const expected = 'at most 255 visible ASCII characters without quotes and backslashes, such as a UUID'
  throw new BadParameters([{ name: IDEMPOTENCY_KEY, expected }])
}
