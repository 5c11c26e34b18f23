import type { Call, ConsentEvent, FollowUp, HistoryEntry, Message } from '../../../prisma/generated/client.ts'

/** Everything on record about one item. It does not leave this folder: readers get a ReadableDossier. */
export type Dossier = {
  readonly item: FollowUp
  readonly lineName: string
  readonly ownerName: string | null
  readonly contact: {
    readonly phone: string
    readonly name: string | null
    readonly language: string | null
    readonly textable: string
  } | null
  readonly consents: readonly ConsentEvent[]
  readonly history: readonly HistoryEntry[]
  readonly calls: readonly Call[]
  readonly messages: readonly Message[]
  readonly staffNames: ReadonlyMap<string, string>
}

/** A dossier from which everything was taken that its reader may not read. */
export type ReadableDossier = Omit<Dossier, 'history' | 'calls' | 'messages' | 'consents' | 'item'> & {
  readonly item: Omit<FollowUp, 'closingNote'> & { readonly closingNote: Words }
  readonly consents: readonly (Omit<ConsentEvent, 'words'> & { readonly words: Words })[]
  readonly history: readonly HistoryEntry[]
  readonly calls: readonly (Omit<Call, 'transcript'> & { readonly transcript: Words })[]
  readonly messages: readonly (Omit<Message, 'body'> & { readonly body: Words })[]
  /** clinical words are in it, so that this reading belongs into the audit */
  readonly clinicalWordsShown: boolean
}

/** What somebody said or wrote: the words, nothing, or words that this reader may not read. */
export type Words = string | null | typeof WITHHELD
export const WITHHELD = Symbol('withheld')

/**
 * The one rule of who reads what a patient said. Licensed staff read everything. Everybody else reads an item's voicemails,
 * replies and notes only while nothing about it is clinical: routine, read by the machine, and never routed to the licensed
 * queue, not even earlier on. The clinical part of a history entry is never theirs.
 */
export function redact(dossier: Dossier, mayReadClinical: boolean): ReadableDossier {
  const clinical = isClinical(dossier)
  const readable = mayReadClinical || !clinical
  const words = (text: string | null): Words => (readable || text === null ? text : WITHHELD)
  const { item } = dossier
  return {
    ...dossier,
    item: { ...item, closingNote: words(item.closingNote) },
    consents: dossier.consents.map((consent) => ({ ...consent, words: words(consent.words) })),
    history: dossier.history.map((entry) => ({
      ...entry,
      detail: readable ? entry.detail : withoutNote(entry.detail),
      clinical: mayReadClinical ? entry.clinical : null,
    })),
    calls: dossier.calls.map((call) => ({ ...call, transcript: words(call.transcript) })),
    messages: dossier.messages.map((message) => ({
      ...message,
      // Our own texts are generic by rule, so everybody may read them.
      body: message.direction === 'out' ? message.body : words(message.body),
    })),
    clinicalWordsShown: mayReadClinical && clinical && hasWords(dossier),
  }
}

/** What staff noted on a clinical item is withheld like what the patient said: no word list knows all that is clinical. */
function withoutNote(detail: HistoryEntry['detail']): HistoryEntry['detail'] {
  if (typeof detail !== 'object' || detail === null || Array.isArray(detail)) return detail
  return Object.fromEntries(Object.entries(detail).filter(([key]) => key !== 'note'))
}

function isClinical({ item, history }: Dossier): boolean {
  return (
    item.urgency !== 'routine' ||
    item.queue === 'licensed' ||
    item.status === 'routed-to-clinical' ||
    item.heard === 'not-heard-yet' ||
    history.some(
      ({ kind, clinical }) =>
        kind === 'routed-to-clinical' ||
        // A note is kept apart only when clinical words were found in it; what patients say always is.
        (clinical !== null && (kind === 'note-added' || kind === 'outcome-recorded')),
    )
  )
}

function hasWords({ item, consents, history, calls, messages }: Dossier): boolean {
  return (
    item.closingNote !== null ||
    consents.some((consent) => consent.words !== null) ||
    history.some((entry) => entry.clinical !== null) ||
    calls.some((call) => call.transcript !== null) ||
    messages.some((message) => message.direction !== 'out')
  )
}
