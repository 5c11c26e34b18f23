import { isCarrierStatus, mergeStatus, type MessageState } from '../../domain/texting/delivery.ts'
import type { LoggedText } from '../../platform/carrier/log.ts'
import { lacksPictures, picturesFound } from '../pictures.ts'
import { deliveryReported } from '../sending/delivery-report.ts'
import { textArrived } from '../texts.ts'
import { one, readList, whose, type Run } from './run.ts'

/**
 * Compares the carrier's texts with ours: what patients wrote must be here with what they attached, and what we sent must be where the
 * carrier says. Texts that others sent through the same account are not ours.
 * @returns the error that broke the carrier's list off, or null.
 */
export async function compareTexts(run: Run): Promise<{ readonly error: unknown } | null> {
  const { deps, tally } = run
  const missing: LoggedText[] = []
  const behind: { messageId: string; attempt: number; text: LoggedText }[] = []
  const withoutPictures: string[] = []
  const broken = await readList(deps.carrier.texts(run.since), async (batch) => {
    const rows = await deps.db.message.findMany({
      where: { sid: { in: batch.map(({ sid }) => sid) } },
      select: LOOKED_AT,
    })
    const known = new Map(rows.map((row) => [row.sid, row]))
    for (const text of batch) {
      const row = known.get(text.sid)
      if (row) {
        tally.texts += 1
        if (text.direction === 'outbound' && isBehind(row.state, text))
          behind.push({ messageId: row.id, attempt: row.tries, text })
        if (row.direction === 'in' && lacksPictures(row)) withoutPictures.push(text.sid)
      } else if (text.direction === 'inbound' && text.status === 'received') {
        const owner = whose(run, text.to, text.at)
        if (owner === 'not-yet-ours') continue
        tally.texts += 1
        if (owner === 'ours') missing.push(text)
        else tally.problems.push({ sid: text.sid, why: 'no-line' })
      }
    }
  })
  missing.sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const text of missing) await one(run, text.sid, () => recordMissing(run, text))
  withoutPictures.push(...missing.filter(({ mediaCount }) => mediaCount > 0).map(({ sid }) => sid))
  for (const sid of withoutPictures) await one(run, sid, () => findPictures(run, sid))
  for (const { text, ...message } of behind) await one(run, text.sid, () => catchUp(run, message, text))
  return broken
}

const LOOKED_AT = {
  ...{ id: true, sid: true, direction: true, state: true, tries: true },
  ...{ media: true, mediaCount: true, mediaDeletedAt: true },
}

function isBehind(state: string, { status }: LoggedText): boolean {
  return isCarrierStatus(status) && mergeStatus(state as MessageState, status) !== null
}

async function recordMissing(run: Run, text: LoggedText): Promise<void> {
  const { deps, tally } = run
  const { sid: messageSid, from, to, body, mediaCount, at } = text
  await textArrived(deps, { messageSid, from, to, body, mediaCount, carrierVerdict: undefined }, at)
  await deps.db.message.findUniqueOrThrow({ where: { sid: messageSid }, select: { id: true } })
  tally.created += 1
}

/** The text itself is on record: what its pictures are called is told by the carrier's list alone. */
async function findPictures({ deps, tally }: Run, sid: string): Promise<void> {
  if (await picturesFound(deps, sid, await deps.carrier.mediaOf(sid))) tally.repaired += 1
}

async function catchUp(
  run: Run,
  message: { readonly messageId: string; readonly attempt: number },
  text: LoggedText,
): Promise<void> {
  const { deps, tally } = run
  const { sid, status, code } = text
  await deliveryReported(deps, { ...message, sid, status, code })
  const { state } = await deps.db.message.findUniqueOrThrow({
    where: { id: message.messageId },
    select: { state: true },
  })
  if (isBehind(state, text)) throw new Error('The state of a text from the log could not be recorded.')
  tally.repaired += 1
}
