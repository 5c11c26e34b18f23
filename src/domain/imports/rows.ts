import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { readCaller } from '../calling/caller.ts'
import type { Need } from '../follow-up/request.ts'
import type { Language } from '../follow-up/words.ts'
import { readDate } from './dates.ts'
import { endsWithAppointment, LONGEST, type Field, type ListTrigger, type Mapping } from './fields.ts'
import {
  readLanguage,
  readNeeded,
  readPreferredContact,
  readPriority,
  readSegment,
  readYes,
  type WordRead,
} from './words.ts'

/** What keeps a row from being read, with the column at fault. */
export type RowProblem = {
  readonly why:
    | 'no-phone'
    | 'invalid-number'
    | 'number-with-extension'
    | 'foreign-number'
    | 'own-number'
    | 'unreadable-date'
    | 'window-reversed'
    | 'consent-not-yet'
    | 'unknown-language'
    | 'unknown-segment'
    | 'unknown-contact-method'
    | 'unknown-priority'
    | 'unknown-yes-no'
    | 'too-long'
    | 'too-many-cells'
  readonly field: Field | null
}

/** What a row says. */
export type ListedNeed = {
  /** E.164 */
  readonly phone: string
  readonly language: Language | null
  readonly need: Need
  readonly sourceRef: string | null
  /** the list says that a visit is booked */
  readonly booked: boolean
  readonly consent: ListedConsent | null
}

/** The list says that the person agreed to texts. */
export type ListedConsent = {
  readonly recall: boolean
  readonly reminders: boolean
  /** the day on which they did, in the practice's zone; null: the list does not say */
  readonly givenOn: string | null
}

export type RowRead =
  | { readonly type: 'read'; readonly listed: ListedNeed }
  | { readonly type: 'rejected'; readonly problems: readonly RowProblem[] }

/** How the rows of one list are read. */
export type ListRules = {
  readonly mapping: Mapping
  readonly columns: number
  readonly trigger: ListTrigger
  /** the practice's date, ISO */
  readonly today: string
  /** the practice's own numbers: nobody is called there (E.164) */
  readonly ownNumbers: readonly string[]
}

/** Reads one row. Everything that is wrong with it is told at once, so that it is mended once. */
export function readRow(cells: readonly string[], rules: ListRules): RowRead {
  const problems: RowProblem[] = []
  const blame = (why: RowProblem['why'], field: Field | null): null => {
    problems.push({ why, field })
    return null
  }
  const { mapping, today, trigger } = rules
  const cell = (field: Field): string => plainCell(cells[mapping[field] ?? -1] ?? '')
  const text = (field: Field): string | null => {
    // Line breaks inside a cell are layout.
    const words = cell(field).replaceAll(/\s+/g, ' ')
    if (words.length > (LONGEST[field] ?? Infinity)) return blame('too-long', field)
    return words === '' ? null : words
  }
  const date = (field: Field, end: 'from' | 'to'): string | null => {
    if (cell(field) === '') return null
    return readDate(cell(field))?.[end] ?? blame('unreadable-date', field)
  }
  const word = <Word>(field: Field, read: WordRead<Word>, why: RowProblem['why']): Word | null => {
    if (read === null) return blame(why, field)
    return read.is === 'none' ? null : read.is
  }
  const yes = (field: Field, read: boolean | null): boolean => {
    if (read === null) blame('unknown-yes-no', field)
    return read ?? false
  }

  if (cells.slice(rules.columns).some((more) => more.trim() !== '')) blame('too-many-cells', null)
  const phone = readNumber(cell('phone'), rules)
  if ('why' in phone) problems.push(phone)
  const due = dueWindow(cell('dueFrom'), cell('dueTo'))
  if (due.unreadable !== null) blame('unreadable-date', due.unreadable)
  if (due.from !== null && due.to !== null && due.from > due.to) blame('window-reversed', 'dueTo')
  const need: Need = {
    trigger,
    personName: text('personName') ?? joined([text('firstName'), text('lastName')]),
    reason: text('reason'),
    segment: word('segment', readSegment(cell('segment')), 'unknown-segment'),
    dueFrom: due.from,
    dueTo: due.to,
    provider: text('provider'),
    providerPriority: word('providerPriority', readPriority(cell('providerPriority')), 'unknown-priority'),
    lastAppointment: date('lastAppointment', 'from'),
    preferredContact: word(
      'preferredContact',
      readPreferredContact(cell('preferredContact')),
      'unknown-contact-method',
    ),
    insuranceNote: text('insuranceNote'),
    authorizationNeeded: yes('authorizationNeeded', readNeeded(cell('authorizationNeeded'))),
    lastOutreachAt: date('lastOutreachAt', 'from'),
    lastOutreachResult: text('lastOutreachResult'),
    responsible: text('responsible'),
  }
  const consent = {
    recall: yes('consentRecall', readYes(cell('consentRecall'))),
    reminders: yes('consentReminders', readYes(cell('consentReminders'))),
    givenOn: date('consentDate', 'from'),
  }
  if (consent.givenOn !== null && consent.givenOn > today) blame('consent-not-yet', 'consentDate')
  const booked = isBooked(cell('nextAppointment'), rules)
  if (booked === null) blame('unreadable-date', 'nextAppointment')
  const language = word('language', readLanguage(cell('language')), 'unknown-language')
  const sourceRef = text('sourceRef')
  if (problems.length > 0 || 'why' in phone) return { type: 'rejected', problems }
  return {
    type: 'read',
    listed: {
      ...{ phone: phone.phone, language, need, sourceRef, booked: booked ?? false },
      consent: consent.recall || consent.reminders ? consent : null,
    },
  }
}

/** Files that we and others give out have an apostrophe before what a spreadsheet would take for a formula. */
function plainCell(text: string): string {
  return text.trim().replace(/^'(?=[=+\-@])/, '')
}

/** A number that people can be called at: one telephone of the North American plan, and none of the practice's own. */
function readNumber(given: string, { ownNumbers }: ListRules): { readonly phone: string } | RowProblem {
  const fault = (why: RowProblem['why']): RowProblem => ({ why, field: 'phone' })
  if (given === '') return fault('no-phone')
  const caller = readCaller(given)
  if (caller.kind === 'foreign') return fault('foreign-number')
  if (caller.kind !== 'number') return fault('invalid-number')
  // Whoever answers at an employer's or a hotel's number is not the person.
  if (parsePhoneNumberFromString(given, 'US')?.ext !== undefined) return fault('number-with-extension')
  return ownNumbers.includes(caller.phone) ? fault('own-number') : { phone: caller.phone }
}

/** "12/2026" under "due date" is the whole of December; under two headings each gives its end. */
function dueWindow(
  from: string,
  to: string,
): { readonly from: string | null; readonly to: string | null; readonly unreadable: Field | null } {
  const first = from === '' ? null : readDate(from)
  const last = to === '' ? null : readDate(to)
  if (from !== '' && first === null) return { from: null, to: null, unreadable: 'dueFrom' }
  if (to !== '' && last === null) return { from: null, to: null, unreadable: 'dueTo' }
  const month = first !== null && first.from !== first.to
  return { from: first?.from ?? null, to: last?.to ?? (month ? first.to : null), unreadable: null }
}

/** Whether a visit lies ahead: by its date, or by a plain yes. Null: the cell cannot be read. */
function isBooked(text: string, { today, trigger }: ListRules): boolean | null {
  if (!endsWithAppointment(trigger)) return false
  return readYes(text) ?? (readDate(text) ? (readDate(text)?.to ?? '') >= today : null)
}

function joined(parts: readonly (string | null)[]): string | null {
  const words = parts.filter((part) => part !== null).join(' ')
  return words === '' ? null : words
}
