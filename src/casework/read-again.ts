import { readClinical, type ClinicalReading } from '../domain/clinical/detect.ts'
import { lexiconVersion } from '../domain/clinical/version.ts'
import type { LastAction } from '../domain/follow-up/item.ts'
import type { PracticeWords } from '../domain/clinical/reading.ts'
import { wordsOfNeed } from '../domain/follow-up/request.ts'
import { mayReadClinical, ROLES } from '../domain/staff/roles.ts'
import type { Casework } from './casework.ts'
import { BATCH, batch, each, type Found } from './one-by-one.ts'
import type { Desk } from './record.ts'

/**
 * Reads the words of open items again where other word lists count than those they were read by: those of the product changed, or those of
 * the practice did. Each item once, over any number of processes, since the version is written down with it; while processes with other
 * word lists run side by side, each reads what the other read. It can only raise: what is with licensed staff is not read again, nor what
 * came before they handed the item back.
 * @returns how many items were read.
 */
export async function readWordsAgain(deps: Casework, at: Date): Promise<number> {
  let count = 0
  for (const { clinicId, clinical } of deps.practices.known) {
    // The next tick goes on; calls and clocks do not wait for it.
    if (count >= BATCH) break
    const { words } = clinical
    const found = await readByOthers(deps, clinicId, lexiconVersion(words))
    if (found.length === 0) continue
    const licensed = await licensedActors(deps)
    count += await each(deps, 'followUpId', found, (desk, id) => readItem(desk, id, { words, licensed }, at))
  }
  return count
}

function readByOthers({ db }: Casework, clinicId: string, version: string): Promise<Found[]> {
  // Every tick asks, and as a rule nothing is found: an index answers what lies below and above, and "not" by reading every open item.
  const byOthers = { OR: [{ readBy: { lt: version } }, { readBy: { gt: version } }] }
  return batch((order, take) =>
    db.followUp.findMany({
      where: { clinicId, ...byOthers, status: { not: 'closed' }, queue: { not: 'licensed' } },
      select: { id: true, contactId: true },
      orderBy: { receivedAt: order },
      take,
    }),
  )
}

async function readItem(
  desk: Desk,
  id: string,
  { words, licensed }: { readonly words: PracticeWords; readonly licensed: ReadonlySet<string> },
  at: Date,
): Promise<boolean> {
  const item = await desk.item(id)
  const version = lexiconVersion(words)
  if (!item || item.status === 'closed' || item.queue === 'licensed' || item.readBy === version) return false
  const texts = await wordsOf(desk, id, licensed)
  const found = weightiest(texts.map((text) => ({ text, reading: readClinical(text, words) })))
  const { text, reading } = found ?? { text: '', reading: readClinical('', words) }
  await desk.apply(item, { type: 'words-read-again', at, text, reading: { ...reading, lexicon: version } })
  return true
}

type Read = { readonly text: string; readonly reading: ClinicalReading }

/** What routes the item: of all that was said the most urgent, and of that the first. */
function weightiest(read: readonly Read[]): Read | undefined {
  return (
    read.find(({ reading }) => reading.class === 'urgent') ??
    read.find(({ reading }) => reading.class !== 'none')
  )
}

const SAID = ['voicemail-transcribed', 'text-received'] as const satisfies readonly LastAction[]
const NOTED = ['note-added', 'outcome-recorded', 'reopened'] as const satisfies readonly LastAction[]

/**
 * What was said or written about an item since licensed staff last handed it back, oldest first. What they wrote themselves is not read:
 * they judge words. Who is licensed is asked as of now.
 */
async function wordsOf(
  { tx }: Desk,
  followUpId: string,
  licensed: ReadonlySet<string>,
): Promise<readonly string[]> {
  const [lines, requests] = [
    await tx.$queryRaw<{ kind: string; actor: string; text: string | null; requestId: string | null }[]>`
      SELECT kind, actor, coalesce(clinical ->> 'text', detail ->> 'note') AS text, detail ->> 'requestId' AS "requestId"
      FROM history WHERE follow_up_id = ${followUpId}::uuid
        AND kind = ANY (${[...SAID, ...NOTED, 'request-received']})
        AND id > coalesce((SELECT max(id) FROM history WHERE follow_up_id = ${followUpId}::uuid AND kind = 'routing-lowered'), 0)
      ORDER BY id`,
    await tx.request.findMany({ where: { followUpId } }),
  ]
  const told = new Map(requests.map((request) => [request.id, wordsOfNeed(request)]))
  return lines
    .filter(({ kind, actor }) => SAID.some((said) => said === kind) || !licensed.has(actor))
    .map(({ text, requestId }) => text ?? told.get(requestId ?? '') ?? '')
    .filter((text) => text !== '')
}

/** Licensed people and programs, as the history names them. */
async function licensedActors({ db }: Casework): Promise<ReadonlySet<string>> {
  const [staff, keys] = [
    await db.staff.findMany({ select: { id: true, roles: true } }),
    await db.apiKey.findMany({ select: { id: true, scopes: true } }),
  ]
  const may = (names: readonly string[]): boolean =>
    mayReadClinical(ROLES.filter((role) => names.includes(role)))
  return new Set([
    ...staff.filter(({ roles }) => may(roles)).map(({ id }) => id),
    ...keys.filter(({ scopes }) => may(scopes)).map(({ id }) => `key:${id}`),
  ])
}
