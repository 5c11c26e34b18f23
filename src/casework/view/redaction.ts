import type {
  Call,
  ConsentEvent,
  FollowUp,
  HistoryEntry,
  Message,
  Request,
} from '../../../prisma/generated/client.ts'
import type { LastAction, NextAction } from '../../domain/follow-up/item.ts'
import type { Queue } from '../../domain/follow-up/words.ts'

const LISTEN: NextAction = 'listen-to-voicemail'

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
    readonly shared: boolean
    readonly noCalls: boolean
    readonly noVoicemail: boolean
    readonly preference: string | null
    /** nobody calls them again before then */
    readonly restUntil: Date | null
  } | null
  readonly consents: readonly ConsentEvent[]
  readonly history: readonly HistoryEntry[]
  readonly calls: readonly Call[]
  readonly messages: readonly Message[]
  /** what lists, forms and other systems told of the person's needs, oldest first */
  readonly requests: readonly Request[]
  readonly staffNames: ReadonlyMap<string, string>
  /** the number of the closed item that this one goes on from */
  readonly earlier: number | null
  /** the numbers of the items that went on from this one after it was closed */
  readonly later: readonly number[]
}

/** A dossier from which everything was taken that its reader may not read. */
export type ReadableDossier = Omit<
  Dossier,
  'history' | 'calls' | 'messages' | 'consents' | 'requests' | 'item'
> & {
  readonly item: Omit<FollowUp, 'closingNote'> & { readonly closingNote: Words }
  readonly consents: readonly (Omit<ConsentEvent, 'words'> & { readonly words: Words })[]
  readonly history: readonly HistoryEntry[]
  readonly calls: readonly (Omit<Call, 'transcript'> & { readonly transcript: Words })[]
  readonly messages: readonly (Omit<Message, 'body'> & { readonly body: Words })[]
  readonly requests: readonly ReadableRequest[]
  /** clinical words are in it, so that this reading belongs into the audit */
  readonly clinicalWordsShown: boolean
  /** whether this reader may play a voicemail, or see a picture, that came at an instant */
  readonly mayHear: (saidAt: Date) => boolean
}

/** A request without the practice's internal words, where its reader may not read them. */
export type ReadableRequest = Omit<Request, 'reason' | 'lastOutreachResult'> & {
  readonly reason: Words
  readonly lastOutreachResult: Words
}

/** What a reader may read and hear beyond what is fit for everybody. */
export type Clearance = {
  readonly mayReadClinical: boolean
  /** the queues that this reader works: a practice may have voicemails heard in any of them */
  readonly queues?: readonly Queue[]
}

/** What somebody said or wrote: the words, nothing, or words that this reader may not read. */
export type Words = string | null | typeof WITHHELD
export const WITHHELD = Symbol('withheld')

/** Before anything that anybody said. */
const ALWAYS = new Date(0)

/**
 * The one rule of who reads and hears what a patient said. Licensed staff read and hear everything. Everybody else reads an item's
 * voicemails, replies and notes, and plays its voicemails, only while nothing about it is clinical: routine, read by the machine,
 * and never routed to the licensed queue, not even earlier on. What no machine could read is clinical until somebody heard it; those
 * who work the queue to which the practice gave the listening are that somebody.
 *
 * Once licensed staff handed an item back, what was said up to then stays withheld, and so does why: they judged that nothing clinical is
 * left to do, not that it was fit for everybody. That they handed it back, what to do next and what comes in from then on can be read, or
 * nobody could work on it.
 * @returns from when on a reader may read what is said; null: nothing.
 */
export function readableSince(item: Judged, reader: Clearance): Date | null {
  if (reader.mayReadClinical) return ALWAYS
  if (item.heard === 'not-heard-yet' && !isListener(item, reader.queues ?? [])) return null
  if (item.urgency !== 'routine' || item.queue === 'licensed' || item.status === 'routed-to-clinical')
    return null
  const lowered = item.history.findLastIndex(({ kind }) => kind === LOWERED)
  if (item.history.slice(lowered + 1).some(tellsOfClinicalWords)) return null
  return item.history[lowered]?.at ?? ALWAYS
}

/** Whether a reader may read or hear what was said at an instant. */
export function mayReadWords(item: Judged, reader: Clearance, saidAt: Date): boolean {
  const since = readableSince(item, reader)
  // What was said in the very instant of the handing back is older than it.
  return since !== null && saidAt > since
}

/** Everything of an item that its reader may read. The clinical part of a history entry is for licensed staff alone. */
export function redact(dossier: Dossier, reader: Clearance): ReadableDossier {
  const { mayReadClinical } = reader
  const judged = { ...dossier.item, history: dossier.history }
  const since = readableSince(judged, reader)
  const mayHear = (saidAt: Date): boolean => since !== null && saidAt > since
  const words = (text: string | null, saidAt: Date): Words =>
    text === null || mayHear(saidAt) ? text : WITHHELD
  const { item } = dossier
  return {
    ...dossier,
    item: { ...item, closingNote: words(item.closingNote, item.closedAt ?? ALWAYS) },
    consents: dossier.consents.map((consent) => ({
      ...consent,
      words: isOf(dossier, consent.evidence) ? words(consent.words, consent.at) : consent.words && WITHHELD,
    })),
    history: dossier.history.map((entry) => ({
      ...entry,
      detail: mayHear(entry.at) ? entry.detail : withoutNote(entry.detail),
      clinical: mayReadClinical ? entry.clinical : null,
    })),
    calls: dossier.calls.map((call) => ({ ...call, transcript: words(call.transcript, call.startedAt) })),
    messages: dossier.messages.map((message) => ({
      ...message,
      // Our own texts are generic by rule, so everybody may read them.
      body: message.direction === 'out' ? message.body : words(message.body, message.createdAt),
    })),
    requests: dossier.requests.map((request) => readableRequest(request, mayReadClinical, words)),
    clinicalWordsShown:
      mayReadClinical &&
      ((hasWords(dossier) && readableSince(judged, UNCLEARED) !== ALWAYS) ||
        dossier.requests.some(({ clinical }) => clinical)),
    mayHear,
  }
}

function readableRequest(
  request: Request,
  mayReadClinical: boolean,
  words: (text: string | null, saidAt: Date) => Words,
): ReadableRequest {
  const internal = (text: string | null): Words =>
    request.clinical && !mayReadClinical ? text && WITHHELD : words(text, request.at)
  const insuranceNote = internal(request.insuranceNote)
  return {
    ...request,
    reason: internal(request.reason),
    lastOutreachResult: internal(request.lastOutreachResult),
    insuranceNote: insuranceNote === WITHHELD ? null : insuranceNote,
  }
}

/** What was said about another item, perhaps of another practice, is judged there. */
function isOf({ calls, messages }: Dossier, evidence: string): boolean {
  return calls.some(({ sid }) => sid === evidence) || messages.some(({ sid }) => sid === evidence)
}

const UNCLEARED: Clearance = { mayReadClinical: false }

/** What staff noted on a clinical item is withheld like what the patient said: no word list knows all that is clinical. */
function withoutNote(detail: HistoryEntry['detail']): HistoryEntry['detail'] {
  if (typeof detail !== 'object' || detail === null || Array.isArray(detail)) return detail
  return Object.fromEntries(Object.entries(detail).filter(([key]) => key !== 'note'))
}

/** What the rule looks at; the history in its order, of it at least the kinds of `JUDGED_KINDS`. */
export type Judged = Pick<FollowUp, 'urgency' | 'queue' | 'status' | 'heard' | 'nextAction'> & {
  readonly history: readonly Pick<HistoryEntry, 'kind' | 'at' | 'clinical'>[]
}

/** A note is kept apart only when clinical words were found in it; what patients say always is. */
const NOTE_KINDS: readonly string[] = [
  'note-added',
  'outcome-recorded',
  'removed',
  'reopened',
] satisfies LastAction[]
const ROUTED: LastAction = 'routed-to-clinical'
const LOWERED: LastAction = 'routing-lowered'
/** The kinds of history by which it is judged who reads what was said. */
export const JUDGED_KINDS: readonly string[] = [ROUTED, LOWERED, ...NOTE_KINDS]

function tellsOfClinicalWords({ kind, clinical }: Judged['history'][number]): boolean {
  return kind === ROUTED || (clinical !== null && NOTE_KINDS.includes(kind))
}

function isListener(item: Judged, queues: readonly Queue[]): boolean {
  return item.nextAction === LISTEN && queues.some((queue) => queue === item.queue)
}

function hasWords({ item, history, calls, messages, requests }: Dossier): boolean {
  return (
    requests.some(
      ({ reason, lastOutreachResult, insuranceNote }) =>
        reason !== null || lastOutreachResult !== null || insuranceNote !== null,
    ) ||
    item.closingNote !== null ||
    history.some((entry) => entry.clinical !== null) ||
    calls.some((call) => call.transcript !== null) ||
    messages.some((message) => message.direction !== 'out')
  )
}
