import { readClinical } from '../../../../src/domain/clinical/detect.ts'
import { mayRemove } from '../../../../src/domain/follow-up/closing.ts'
import { restsNow } from '../../../../src/domain/follow-up/escalating.ts'
import type { OpenFollowUp } from '../../../../src/domain/follow-up/item.ts'
import { OUTCOME_RULES } from '../../../../src/domain/follow-up/outcomes.ts'
import { STAFF_REMOVAL_REASONS } from '../../../../src/domain/follow-up/request.ts'
import type { RecordedOutcome } from '../../../../src/domain/follow-up/words.ts'
import type { Patients, World } from './patients.ts'
import { isOpen, type OpenCase } from './practice.ts'
import { DAY, HOUR, MINUTE } from './wall.ts'

/* Assistants, nurses and a manager: most of the time they do what the board says, now and then they forget. */

/** What comes of a call that somebody picks up, out of 100. */
const REACHED: Partial<Record<RecordedOutcome, number>> = {
  ...{ 'reached-scheduled': 34, 'reached-not-ready': 8, 'callback-requested': 8, 'wrong-number': 3 },
  ...{ 'patient-declined': 6, 'needs-insurance-review': 5, 'needs-outside-document': 5, resolved: 9 },
  ...{ 'needs-language-support': 4, 'needs-telehealth-help': 4, 'incomplete-intake': 5, complaint: 3 },
  ...{ 'clinical-question': 4, 'opted-out': 2 },
}

export class Staff {
  /** from the end of the year on nobody forgets */
  mayForget = true
  private readonly world: World
  private readonly patients: Patients
  /** what each item asked for when it was last forgotten or not */
  private readonly thoughtOf = new Map<string, string>()

  constructor(world: World, patients: Patients) {
    this.world = world
    this.patients = patients
  }

  /** They look at the board. While the practice is closed only the on-call nurse does, for what is urgent. */
  round(at: Date): void {
    const { practice, chance, wall } = this.world
    const open = wall.isOpen(at.getTime())
    for (const one of [...practice.open]) {
      const { item } = one
      if (!open && item.urgency !== 'urgent') continue
      if (!isOpen(one) || this.isOff(one, at) || !chance.in100(40)) continue
      if (chance.in100(10)) {
        practice.apply(one, { type: 'claimed', at, by: 'maya', until: new Date(at.getTime() + 15 * MINUTE) })
      } else {
        this.work(one, at)
      }
    }
  }

  /** Not due, on the shelf of those called not long ago, or out of everybody's mind. */
  private isOff(one: OpenCase, at: Date): boolean {
    const { chance } = this.world
    const { item, person } = one
    const soon = item.status === 'new-request' ? HOUR : 0
    if (item.dueAt.getTime() - soon > at.getTime()) return true
    if (restsNow(item, at, person?.restUntil ?? null)) return true
    const asked = `${item.nextAction} ${String(item.dueAt.getTime())}`
    if (this.thoughtOf.get(item.id) !== asked) {
      this.thoughtOf.set(item.id, asked)
      if (this.mayForget && chance.in100(6)) one.forgottenUntil = at.getTime() + chance.between(1, 16) * DAY
    }
    return one.forgottenUntil > at.getTime()
  }

  private work(one: OpenCase, at: Date): void {
    const { chance, practice } = this.world
    const { item } = one
    const licensed = item.queue === 'licensed' || chance.in100(8)
    if (chance.in100(2) && mayRemove(item, licensed)) {
      const [first, ...rest] = STAFF_REMOVAL_REASONS
      const reason = chance.of([first, ...rest])
      const note = 'not needed any more'
      practice.apply(one, {
        ...{ type: 'removed', at, by: 'staff', reason, note, licensed, reading: readClinical(note) },
      })
    } else if (
      item.nextAction === 'listen-to-voicemail' ||
      (item.escalation?.why === 'urgent-words' && chance.in100(50))
    ) {
      if (item.nextAction === 'listen-to-voicemail') listenTo(one)
      practice.apply(one, { type: 'acknowledged', at, by: 'nora' })
    } else {
      this.record(one, this.outcomeFor(item, one, at), licensed, at)
    }
  }

  private outcomeFor(item: OpenFollowUp, { person }: OpenCase, at: Date): RecordedOutcome {
    const { chance } = this.world
    switch (item.nextAction) {
      case 'decide-closure':
        return chance.weighed({ 'unable-to-reach': 85, resolved: 15 })
      case 'find-number':
        return chance.weighed({ 'unable-to-reach': 80, resolved: 20 })
      case 'manager-review':
      case 'confirm-booking':
        return 'resolved'
      case 'review-insurance':
      case 'obtain-document':
      case 'collect-forms':
        return chance.weighed({ resolved: 60, 'reached-scheduled': 25, 'reached-not-ready': 15 })
      case 'licensed-review':
      case 'read-reply':
        if (chance.in100(55)) return 'resolved'
        break
      case 'listen-to-voicemail':
      case 'call':
      case 'call-back':
      case 'call-back-at-agreed-time':
      case 'call-back-with-interpreter':
      case 'check-in':
      case 'help-with-telehealth':
    }
    const reached = person !== null && chance.in100(person.answers)
    if (reached) return chance.weighed(REACHED)
    // After some tries a nurse lets go; nobody else may decide that by themselves.
    if (item.queue === 'licensed' && item.attempts >= 4) return 'unable-to-reach'
    return at.getMinutes() % 20 === 0 ? 'no-answer' : 'left-voicemail'
  }

  private record(one: OpenCase, outcome: RecordedOutcome, licensed: boolean, at: Date): void {
    const { chance, practice } = this.world
    const note = chance.in100(2) ? 'she says she has chest pain' : 'as we talked about'
    const stopsTexts = OUTCOME_RULES[outcome].stopsTexts !== undefined
    if (one.person && stopsTexts)
      this.patients.note(one.person, { kind: 'revoke', at, basis: 'spoken-to-staff' })
    listenTo(one)
    practice.apply(one, {
      ...{ type: 'outcome-recorded', at, by: 'staff', outcome, note, licensed, reading: readClinical(note) },
      callbackAt:
        outcome === 'callback-requested' ? new Date(at.getTime() + chance.between(1, 4) * DAY) : null,
    })
    if (!isOpen(one) && this.mayForget && chance.in100(3)) this.patients.reopen(one)
  }
}

/** Whoever works an item whose voicemail waits has listened to it. */
function listenTo({ item, voicemails }: OpenCase): void {
  if (item.nextAction !== 'listen-to-voicemail') return
  for (const callSid of voicemails.keys()) voicemails.set(callSid, true)
}
