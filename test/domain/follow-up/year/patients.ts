import { readClinical } from '../../../../src/domain/clinical/detect.ts'
import type { ConsentEvent, Scope } from '../../../../src/domain/consent/ledger.ts'
import type { ItemEvent } from '../../../../src/domain/follow-up/events.ts'
import { REQUEST_SOURCES } from '../../../../src/domain/follow-up/request.ts'
import { TRIGGERS } from '../../../../src/domain/follow-up/words.ts'
import type { Chance } from './chance.ts'
import { isOpen, type Case, type Person, type Practice } from './practice.ts'
import { DAY, HOUR, MINUTE, type Wall } from './wall.ts'

/* Those who call, write and are reminded. */

const PLACES = [
  { zones: ['America/Los_Angeles'], state: 'CA' },
  { zones: ['America/Los_Angeles'], state: 'CA' },
  { zones: ['America/New_York'], state: 'NY' },
  { zones: ['Pacific/Honolulu'], state: 'HI' },
  { zones: ['America/Chicago', 'America/Denver'], state: 'TX' },
] as const
const WORDS = [
  'I would like to book a visit',
  'please call me about my bill',
  'Tuesday works for me',
] as const
const CLINICAL = ['my rash is worse', 'I have chest pain', 'I ran out of my medication'] as const

/** What the world offers to those in it. */
export type World = {
  readonly practice: Practice
  readonly chance: Chance
  readonly wall: Wall
  /** Something happens then, or when the practice's machines run again. */
  readonly later: (at: number, happen: (at: Date) => void) => void
}

export class Patients {
  private readonly people: Person[] = []
  private readonly world: World

  constructor(world: World) {
    this.world = world
  }

  /** Whatever makes a practice follow up on somebody. */
  arrive(at: Date): void {
    const { chance } = this.world
    const kind = chance.weighed({ call: 38, request: 46, text: 8, withheld: 4, 'talks-to-us': 4 })
    if (kind === 'withheld') this.call(null, at)
    else if (kind === 'call') this.call(this.somebody(), at)
    else if (kind === 'text') this.write(this.somebody(), this.words(15), at)
    else if (kind === 'request') this.request(this.somebody(), at)
    else this.talk(at)
  }

  /** A text left: some answer it, some call, most do neither. */
  answer(given: Case, at: Date): void {
    const { chance, later } = this.world
    const person = given.person
    if (!person) return
    const when = at.getTime() + chance.between(2, 600) * MINUTE
    const kind = chance.weighed({
      nothing: 50,
      words: 18,
      stop: 6,
      wrong: 2,
      call: 12,
      undelivered: 6,
      delivered: 6,
    })
    later(when, (then) => {
      if (kind === 'words') this.write(person, this.words(12), then)
      else if (kind === 'stop') this.stop(person, then)
      else if (kind === 'wrong') this.wrongNumber(person, then)
      else if (kind === 'call') this.call(person, then)
      else if (kind === 'undelivered')
        this.world.practice.apply(given, { type: 'text-undelivered', at: then, messageId: 'm', code: 30_003 })
      else if (kind === 'delivered')
        this.world.practice.apply(given, { type: 'text-delivered', at: then, messageId: 'm' })
    })
  }

  private somebody(): Person {
    const { chance, practice } = this.world
    const known = this.people[Math.floor(chance.next() * this.people.length)]
    if (known && chance.in100(35)) return known
    const person: Person = {
      ...{ id: practice.newId('person'), ...chance.of(PLACES), answers: chance.of([3, 3, 40, 70]) },
      ...{ ledger: [], restUntil: null, sentAt: [], wantsNoTexts: { byKeyword: false, inWords: false } },
    }
    this.people.push(person)
    for (const scope of ['appointment-reminders', 'recall'] as const)
      if (chance.in100(70)) this.agree(person, scope, new Date(0), null)
    return person
  }

  private call(person: Person | null, at: Date): void {
    const { practice, chance, wall, later } = this.world
    const openHours = wall.isOpen(at.getTime())
    const callSid = practice.newId('CA')
    const event = { type: 'call-missed', at, callSid, openHours, language: 'en' } as const
    const joined = practice.openCaseOf(person)
    if (joined) practice.apply(joined, event)
    const given = joined ?? practice.openCase(person, event, { trigger: 'missed-call' })
    if (person && chance.in100(60)) {
      this.agree(person, 'this-request', at, given.item.id)
      practice.apply(given, { type: 'text-agreed', at, callSid, language: 'en' })
    }
    later(at.getTime() + MINUTE, (then) => {
      if (chance.in100(50)) practice.apply(given, { type: 'no-voicemail', at: then, callSid })
      else this.leaveVoicemail(given, callSid, openHours, then)
    })
  }

  private leaveVoicemail(given: Case, callSid: string, openHours: boolean, at: Date): void {
    const { practice, chance, later } = this.world
    const readable = chance.in100(90)
    given.voicemails.set(callSid, false)
    practice.apply(given, {
      ...{ type: 'voicemail-left', at, callSid, seconds: 30, openHours, transcribed: false, readable },
    })
    const comes = readable ? chance.weighed({ words: 80, unsure: 6, failed: 6, never: 8 }) : 'never'
    if (comes === 'never') return
    const text = this.words(15)
    later(at.getTime() + chance.between(1, 12) * MINUTE, (then) => {
      const heardByPerson = given.voicemails.get(callSid) === true
      if (comes === 'failed') {
        practice.apply(given, { type: 'transcription-failed', at: then, callSid, heardByPerson })
        return
      }
      if (comes === 'words') given.voicemails.delete(callSid)
      practice.apply(given, {
        ...{
          type: 'voicemail-transcribed',
          at: then,
          callSid,
          text,
          reliable: comes === 'words',
          heardByPerson,
        },
        ...{ othersUnheard: [...given.voicemails.values()].includes(false), reading: readClinical(text) },
      })
    })
  }

  private write(person: Person, text: string, at: Date): Case {
    const { practice } = this.world
    const messageSid = practice.newId('SM')
    const event: Extract<ItemEvent, { type: 'text-received' }> = {
      ...{
        type: 'text-received',
        at,
        messageSid,
        text,
        mediaCount: 0,
        language: 'en',
        mayWantToCancel: false,
      },
      reading: readClinical(text),
    }
    const joined = practice.openCaseOf(person)
    if (joined) practice.apply(joined, event)
    const given = joined ?? practice.openCase(person, event, { trigger: 'patient-message' })
    this.agree(person, 'this-request', at, given.item.id)
    return given
  }

  private stop(person: Person, at: Date): void {
    const { practice, chance, later } = this.world
    const evidence = practice.newId('SM')
    this.note(person, { kind: 'revoke', at, basis: 'keyword' })
    const given = practice.openCaseOf(person)
    if (given) practice.apply(given, { type: 'opted-out', at, means: 'keyword', evidence })
    if (!chance.in100(30)) return
    later(at.getTime() + chance.between(1, 30) * HOUR, (then) => {
      this.note(person, { kind: 'lift', at: then, basis: 'keyword' })
      const open = practice.openCaseOf(person)
      if (open) practice.apply(open, { type: 'opted-in-again', at: then, evidence: practice.newId('SM') })
    })
  }

  private wrongNumber(person: Person, at: Date): void {
    const { practice } = this.world
    const given = this.write(person, 'wrong number', at)
    this.note(person, { kind: 'revoke', at, basis: 'inbound-text' })
    practice.apply(given, { type: 'wrong-number-reported', at, evidence: practice.newId('SM') })
  }

  private request(person: Person, at: Date): void {
    const { practice, chance } = this.world
    const trigger = chance.of(TRIGGERS)
    const sensitive = trigger === 'care-gap' || chance.in100(10)
    const notBefore = chance.in100(15) ? new Date(at.getTime() + chance.between(1, 60) * DAY) : null
    const event: Extract<ItemEvent, { type: 'request-received' }> = {
      ...{ type: 'request-received', at, requestId: practice.newId('request'), by: 'key:1', language: 'es' },
      ...{ source: chance.of(REQUEST_SOURCES), trigger, sensitive, notBefore },
      reading: readClinical(chance.in100(4) ? chance.of(CLINICAL) : 'asked for a visit'),
    }
    const joined = practice.openCaseOf(person)
    if (joined) practice.apply(joined, event)
    else practice.openCase(person, event, { trigger, sensitive, notBefore })
  }

  /** Somebody whose item is open reaches the practice by phone. */
  private talk(at: Date): void {
    const { practice, chance, wall } = this.world
    const given = practice.open[Math.floor(chance.next() * practice.open.length)]
    if (!given?.person || !wall.isOpen(at.getTime())) return
    practice.apply(given, { type: 'call-answered', at, callSid: practice.newId('CA') })
  }

  /** Somebody whose item was closed turns up once more; a colleague opens it again. */
  reopen(given: Case): void {
    const { practice, chance, later, wall } = this.world
    later(lastMoment(given) + chance.between(1, 20) * DAY + HOUR, (then) => {
      if (isOpen(given) || practice.openCaseOf(given.person) || !wall.isOpen(then.getTime())) return
      const licensed = given.item.queue === 'licensed'
      practice.apply(given, {
        ...{ type: 'reopened', at: then, by: 'staff', note: 'asked once more', licensed },
        reading: readClinical('asked once more'),
      })
    })
  }

  private agree(person: Person, scope: Scope, at: Date, followUpId: string | null): void {
    this.note(person, { kind: 'grant', scope, at, basis: 'key-press', followUpId })
  }

  /** A line of the ledger. */
  note(person: Person, line: Line): void {
    const id = this.world.practice.newId('consent')
    const { wantsNoTexts } = person
    if (line.kind === 'lift') wantsNoTexts.byKeyword = false
    else if (line.kind === 'grant') wantsNoTexts.inWords = false
    else wantsNoTexts[line.basis === 'keyword' ? 'byKeyword' : 'inWords'] = true
    person.ledger = [...person.ledger, { id, evidence: id, wordingVersion: null, followUpId: null, ...line }]
  }

  private words(clinicalIn100: number): string {
    const { chance } = this.world
    return chance.in100(clinicalIn100) ? chance.of(CLINICAL) : chance.of(WORDS)
  }
}

type Line =
  | { kind: 'grant'; scope: Scope; at: Date; basis: ConsentEvent['basis']; followUpId: string | null }
  | { kind: 'revoke' | 'lift'; at: Date; basis: ConsentEvent['basis'] }

function lastMoment({ item }: Case): number {
  return item.lastActionAt.getTime()
}
