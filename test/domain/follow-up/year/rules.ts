import { expect } from 'vitest'
import type { Decision } from '../../../../src/domain/follow-up/decision.ts'
import type { ItemEvent } from '../../../../src/domain/follow-up/events.ts'
import type { FollowUp } from '../../../../src/domain/follow-up/item.ts'
import { OUTCOME_RULES } from '../../../../src/domain/follow-up/outcomes.ts'
import { OUTCOMES, QUEUES } from '../../../../src/domain/follow-up/words.ts'
import type { Policy } from '../../../../src/domain/policy/policy.ts'
import { mayArrive } from '../../texting/us-clock.ts'
import type { Case, OpenCase, Person, Text, Watch } from './practice.ts'
import { DAY, HOUR, MINUTE, type Wall } from './wall.ts'

/* What must hold for every item of a practice at every moment, kept with books of its own. */

/** What is remembered of an item besides the item. */
type Book = {
  /** since when its present due time, queue and next action stand, by no more than the passing of time */
  since: number
  due: number
  /** when somebody last heard that nobody acted */
  toldAt: number
  textsSent: number
  textsUnanswered: number
  callsAsked: number
  /** calls in a row that nobody picked up, and during which the person did not get in touch */
  unreached: number
  /** when the cadence last came to something */
  touchedAt: number
  /** the person wrote, spoke, booked, opted out or said something clinical: no reminder from now on */
  quiet: boolean
}

const NOT_REACHED: readonly string[] = ['no-answer', 'left-voicemail']
const ACTS: readonly string[] = ['outcome-recorded', 'acknowledged', 'reopened']
const IN_TOUCH: readonly string[] = ['call-missed', 'call-answered', 'text-received']

export class Rules implements Watch {
  /** how often each thing happened, so that a year in which nothing happened shows */
  readonly seen = new Map<string, number>()
  readonly sent: { readonly text: Text; readonly at: Date }[] = []
  private readonly books = new Map<Case, Book>()
  /** when somebody last tried to reach a person who did not get in touch since */
  private readonly calledAt = new Map<Person, number>()
  private readonly policy: Policy
  private readonly wall: Wall

  constructor(policy: Policy, wall: Wall) {
    this.policy = policy
    this.wall = wall
  }

  opened(given: Case, decision: Decision, event: ItemEvent): void {
    const at = event.at.getTime()
    this.books.set(given, {
      ...{ since: at, due: at, toldAt: 0, textsSent: 0, textsUnanswered: 0, callsAsked: 0 },
      ...{ unreached: 0, touchedAt: 0, quiet: false },
    })
    this.count(`opened ${given.item.trigger}`)
    this.heed(given, null, decision, event)
  }

  changed(given: Case, before: FollowUp, decision: Decision, event: ItemEvent): void {
    if (before.status === 'closed' && event.type !== 'reopened') {
      expect(decision.next).toEqual({ ...before, version: before.version + 1 })
      expect(decision.effects).toEqual([])
      return
    }
    this.heed(given, before, decision, event)
  }

  /** A text is about to leave. */
  left(text: Text, at: Date): void {
    const { about, to } = text
    const { item } = about
    const book = this.books.get(about)!
    const { calendar, texting, workflows, persistence } = this.policy
    const place = {
      ...{ zones: to.zones, state: to.state, practiceZone: calendar.zone },
      ...{ practiceWindow: texting.window, holidays: texting.holidays },
    }
    expect(mayArrive(place, at), 'no text outside calling hours').toBe(true)
    expect(to.wantsNoTexts, 'no text after an opt-out').toEqual({ byKeyword: false, inWords: false })
    const within = (span: number): number =>
      to.sentAt.filter((sent) => sent.getTime() > at.getTime() - span).length
    expect(within(DAY), 'one text a day').toBeLessThan(texting.perDay)
    expect(within(7 * DAY), 'three texts a week').toBeLessThan(texting.perWeek)
    expect([item.status === 'closed', item.urgency, book.quiet], 'nobody wants it any more').toEqual([
      ...[false, 'routine', false],
    ])
    expect(
      this.wall.workdaysBetween(text.notBefore.getTime(), at.getTime()),
      'no text of last week',
    ).toBeLessThanOrEqual(1)
    const steps = workflows[item.trigger].cadence.filter((step) => step.do === 'text').length
    book.textsSent += 1
    expect(book.textsSent, 'one text for each step').toBeLessThanOrEqual(steps)
    book.textsUnanswered += 1
    expect(book.textsUnanswered).toBeLessThanOrEqual(persistence.unansweredTexts)
    this.sent.push({ text, at })
    this.count('text left')
  }

  /** At the end of a working day on which the clock work ran. `excused`: whether staff may have left it undone. */
  dayEnds(open: readonly OpenCase[], at: Date, excused: (given: OpenCase, since: number) => boolean): void {
    const now = at.getTime()
    for (const given of open) {
      const book = this.books.get(given)!
      const waits = this.wall.workdaysBetween(Math.max(book.due, book.since), now)
      if (Math.max(book.due, book.since) > now) continue
      if (waits >= 1) {
        const told =
          given.item.urgency === 'urgent' ? book.toldAt > now - DAY - HOUR : this.isToday(book.toldAt, now)
        expect(told, `somebody heard today that ${given.item.id} waits`).toBe(true)
        this.count('an overdue item was told of on a day')
      }
      if (waits >= 3)
        expect(excused(given, Math.max(book.due, book.since)), 'only what was forgotten waits').toBe(true)
    }
  }

  private heed(
    given: Case,
    before: FollowUp | null,
    { next, history, effects }: Decision,
    event: ItemEvent,
  ): void {
    const book = this.books.get(given)!
    const at = event.at.getTime()
    for (const { kind, detail } of history) {
      this.count(kind)
      if (kind === 'call-attempt-due' || kind === 'text-planned') this.comesUp(before, book, kind, at)
      if (kind === 'call-attempt-due') this.callIsAsked(given, before, book, at)
      if (kind === 'target-missed' || kind === 'on-call-alerted')
        this.isTold(next, book, String(detail['to']), detail['who'], at)
    }
    for (const effect of effects) {
      if (effect.type !== 'plan-text') continue
      expect([event.type, book.quiet, before?.urgency]).toEqual(['touch-due', false, 'routine'])
      expect(before?.attempts, 'nobody reads that we called whom nobody called').toBeGreaterThanOrEqual(
        book.callsAsked,
      )
    }
    this.remember(given, before, next, book, event)
    if (next.status === 'closed') this.checkClosed(next, before, event)
    else this.checkOpen(next, before, event)
    if (next.status !== 'closed') {
      const moved = !before || before.status === 'closed' || ACTS.includes(event.type)
      const inNewHands =
        moved ||
        before.queue !== next.queue ||
        before.nextAction !== next.nextAction ||
        before.urgency !== next.urgency
      book.due = inNewHands ? next.dueAt.getTime() : Math.min(book.due, next.dueAt.getTime())
      if (inNewHands) book.since = at
    }
  }

  /** One thing at a time, also when the clock work comes back after days; and nobody wants a text of last week. */
  private comesUp(before: FollowUp | null, book: Book, kind: string, at: number): void {
    expect(at - book.touchedAt, 'no burst').toBeGreaterThanOrEqual(20 * MINUTE)
    book.touchedAt = at
    if (kind === 'text-planned' && before?.cadence.state === 'running')
      expect(this.wall.workdaysBetween(before.cadence.nextTouchAt.getTime(), at)).toBeLessThanOrEqual(1)
  }

  private callIsAsked({ person }: Case, before: FollowUp | null, book: Book, at: number): void {
    book.callsAsked += 1
    const planned = this.policy.workflows[before!.trigger].cadence.filter((step) => step.do === 'call').length
    expect(book.callsAsked, 'as many calls as planned').toBeLessThanOrEqual(planned)
    expect(book.quiet, 'the cadence is over').toBe(false)
    const rested = at - (this.calledAt.get(person!) ?? 0)
    if (before!.queue !== 'licensed')
      expect(rested, 'nobody is called while they rest').toBeGreaterThanOrEqual(
        this.policy.persistence.restMinutes * MINUTE,
      )
  }

  private isTold(next: FollowUp, book: Book, to: string, who: unknown, at: number): void {
    book.toldAt = at
    const { ladder } = this.policy.workflows[next.trigger]
    this.count(`told ${to}`)
    if (next.urgency === 'urgent') expect(to).toBe('on-call')
    else expect([...ladder.map((rung) => rung.to), 'licensed']).toContain(to)
    if (to === 'on-call') expect(this.policy.onCall.map(({ name }) => name)).toContain(who)
    if (next.queue === 'licensed') expect(to).not.toBe('assistant')
  }

  private remember(given: Case, before: FollowUp | null, next: FollowUp, book: Book, event: ItemEvent): void {
    const { person } = given
    const at = event.at.getTime()
    const inTouch =
      IN_TOUCH.includes(event.type) || (event.type === 'request-received' && event.source === 'form')
    if (inTouch || event.type === 'reopened') {
      book.textsUnanswered = 0
      book.unreached = 0
      if (person) this.calledAt.delete(person)
    }
    // Another need is worth another call.
    if (event.type === 'request-received' && before) book.unreached = Math.max(0, book.unreached - 1)
    if (event.type === 'text-received' && before) book.quiet = true
    if (['call-answered', 'wrong-number-reported'].includes(event.type)) book.quiet = true
    if (next.urgency !== 'routine') book.quiet = true
    if (event.type !== 'outcome-recorded') return
    this.count(`outcome ${event.outcome}`)
    const rule = OUTCOME_RULES[event.outcome]
    if (!NOT_REACHED.includes(event.outcome)) {
      book.quiet = true
      if (rule.attempt) book.unreached = 0
      return
    }
    if (person) this.calledAt.set(person, at)
    book.unreached += before?.queue === 'licensed' ? 0 : 1
    const planned = this.policy.workflows[next.trigger].cadence.filter((step) => step.do === 'call').length
    expect(book.unreached, 'attempts are bounded').toBeLessThanOrEqual(Math.max(1, planned))
  }

  private checkOpen(
    next: Extract<FollowUp, { dueAt: Date }>,
    before: FollowUp | null,
    event: ItemEvent,
  ): void {
    expect(QUEUES).toContain(next.queue)
    expect(next.nextAction).not.toBe('')
    expect(Number.isNaN(next.dueAt.getTime()) || Number.isNaN(next.escalateAt.getTime())).toBe(false)
    if (next.urgency !== 'routine') expect(next.queue).toBe('licensed')
    if (before?.sensitive) expect(next.sensitive).toBe(true)
    // Nothing is put off for long, unless that is what was asked for.
    const asked = event.type === 'request-received' || (event.type === 'outcome-recorded' && event.callbackAt)
    if (before && before.status !== 'closed' && next.dueAt > before.dueAt && !asked)
      expect(this.wall.workdaysBetween(event.at.getTime(), next.dueAt.getTime())).toBeLessThanOrEqual(4)
  }

  private checkClosed(
    next: Extract<FollowUp, { closedAt: Date }>,
    before: FollowUp | null,
    event: ItemEvent,
  ): void {
    expect(OUTCOMES).toContain(next.outcome)
    expect([next.closingNote === '', next.cadence.state]).toEqual([false, 'ended'])
    this.count(`closed ${next.outcome}`)
    const unlicensed = (event.type === 'outcome-recorded' || event.type === 'removed') && !event.licensed
    if (unlicensed && before?.sensitive) expect(next.outcome).not.toMatch(/^(unable-to-reach|removed)$/)
    if (unlicensed) expect(before?.queue).not.toBe('licensed')
  }

  private isToday(then: number, now: number): boolean {
    return this.wall.read(then).date === this.wall.read(now).date
  }

  private count(what: string): void {
    this.seen.set(what, (this.seen.get(what) ?? 0) + 1)
  }
}
