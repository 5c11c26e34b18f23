import { setTimeout as wait } from 'node:timers/promises'
import { permissionToText } from '../domain/consent/ledger.ts'
import type { OptOutReading } from '../domain/consent/opt-out.ts'
import type { OptOutMeans } from '../domain/follow-up/events.ts'
import type { Tx } from '../platform/db.ts'
import type { Casework } from './casework.ts'
import { appendConsent, ledgerOf } from './contact-store.ts'
import { textsOnTheWay, type ToldText } from './message-store.ts'
import type { Desk } from './record.ts'

/* What somebody writes or says does to the permission to text them. */

/** A text or a voicemail that ends the permission. */
export type OptOut = {
  /** the carrier's id of the text or the call */
  readonly evidence: string
  readonly words: string
  /** `keyword`: the carrier has blocked the number, so that START lifts it again */
  readonly means: Extract<OptOutMeans, 'keyword' | 'natural' | 'voicemail'>
  /** the item that it was said about, where there is one */
  readonly followUpId?: string
}
const BASES = { keyword: 'keyword', natural: 'inbound-text', voicemail: 'voicemail' } as const

/** Whether a text or a voicemail asks for no more texts. */
export function stopsTexts(reading: OptOutReading): boolean {
  return reading.kind === 'keyword' || reading.kind === 'natural' || reading.kind === 'wrong-number'
}

/**
 * Ends every permission of the sender and stops what has not left, on whichever item. A text that the carrier has already may still
 * arrive: the history of its item says so.
 * @param item the open item that the words belong to; its own event tells of the opt-out.
 * @returns how many texts were on their way.
 */
export async function revoke(desk: Desk, optOut: OptOut, item: string | null): Promise<number> {
  const { contact, tx, at } = desk
  if (!contact) return 0
  const { means, ...said } = optOut
  await appendConsent(tx, contact.id, { at, kind: 'revoke', scope: 'all', basis: BASES[means], ...said })
  await desk.stopTexts('opted-out', item)
  const onTheWay = await textsOnTheWay(tx, contact.id, at)
  await tellOtherItems(desk, optOut, onTheWay, item)
  return onTheWay.length
}

async function tellOtherItems(
  desk: Desk,
  { means, evidence }: OptOut,
  onTheWay: readonly ToldText[],
  except: string | null,
): Promise<void> {
  for (const [id, texts] of Map.groupBy(onTheWay, ({ followUpId }) => followUpId)) {
    const item = id === except ? null : await desk.item(id)
    if (!item) continue
    await desk.apply(item, { type: 'opted-out', at: desk.at, means, evidence, onTheWay: texts.length })
  }
}

/** START takes back a STOP and nothing else. @returns whether texts may come again after it. */
export async function lifted(desk: Desk, evidence: string): Promise<boolean> {
  const { contact, tx, at } = desk
  if (!contact || !(await optsOut(tx, contact.id))) return false
  // A START that is told late does not take back a STOP that came after it.
  const later = { contactId: contact.id, kind: 'revoke', at: { gt: at } }
  if ((await tx.consentEvent.count({ where: later })) > 0) return false
  await appendConsent(tx, contact.id, { at, kind: 'lift', scope: 'all', basis: 'keyword', evidence })
  // The carrier has let the number free, but a request in plain words still stands.
  return !(await optsOut(tx, contact.id))
}

async function optsOut(tx: Tx, contactId: string): Promise<boolean> {
  const permission = permissionToText(await ledgerOf(tx, contactId), {
    scope: 'this-request',
    followUpId: '',
  })
  return !permission.allowed && permission.why === 'opted-out'
}

/** How long the answer to a STOP waits for a text that a worker is just handing to the carrier, milliseconds. */
const LONGEST_WAIT_MS = 5_000
const LOOK_EVERY_MS = 25

/** Resolves when no text to this contact is on the wire, so that after the answer to a STOP nothing leaves any more. */
export async function sendsOnTheWire(deps: Casework, contactId: string): Promise<void> {
  for (let waited = 0; waited < LONGEST_WAIT_MS; waited += LOOK_EVERY_MS) {
    const sending = await deps.db.message.count({ where: { contactId, state: 'sending' } })
    if (sending === 0) return
    await wait(LOOK_EVERY_MS)
  }
  deps.log.warn('an opt-out was answered while a text to the same number was still on the wire')
}
