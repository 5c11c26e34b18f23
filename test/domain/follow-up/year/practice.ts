import { permissionToText, scopeOf, type ConsentEvent } from '../../../../src/domain/consent/ledger.ts'
import { decide, decideOpening } from '../../../../src/domain/follow-up/decide.ts'
import type { Decision } from '../../../../src/domain/follow-up/decision.ts'
import type { Effect, HistoryLine, ItemEvent } from '../../../../src/domain/follow-up/events.ts'
import type { FollowUp, OpenFollowUp } from '../../../../src/domain/follow-up/item.ts'
import { openItem } from '../../../../src/domain/follow-up/opening.ts'
import { hasLostItsUse } from '../../../../src/domain/follow-up/touches.ts'
import type { Trigger } from '../../../../src/domain/follow-up/words.ts'
import type { Policy } from '../../../../src/domain/policy/policy.ts'
import { textWindow } from '../../../../src/domain/texting/calling-hours.ts'
import { askGate, type Verdict } from '../../../../src/domain/texting/gate.ts'

/* What database, carrier and clock work are to the items of a practice, in memory. */

export type Person = {
  readonly id: string
  readonly zones: readonly string[]
  readonly state: string | null
  /** how often of 100 times they pick up */
  readonly answers: number
  ledger: ConsentEvent[]
  /** what they said themselves, whatever the ledger makes of it */
  readonly wantsNoTexts: { byKeyword: boolean; inWords: boolean }
  restUntil: Date | null
  /** when texts to them left */
  readonly sentAt: Date[]
}

/** An item, what was written about it, and what staff know of it. */
export type Case = {
  item: FollowUp
  readonly person: Person | null
  readonly lines: HistoryLine[]
  /** voicemails that no machine has read yet, by call; true: a person listened */
  readonly voicemails: Map<string, boolean>
  /** nobody thinks of it until then */
  forgottenUntil: number
}
export type OpenCase = Case & { item: OpenFollowUp }

export type Text = {
  readonly id: string
  readonly about: Case
  readonly to: Person
  readonly step: string
  readonly wording: string
  readonly planned: Date
  state: 'waiting' | 'left' | 'stopped'
  notBefore: Date
}

/** Hears of everything that happens, to compare it with the rules. */
export type Watch = {
  opened(given: Case, decision: Decision, event: ItemEvent): void
  changed(given: Case, before: FollowUp, decision: Decision, event: ItemEvent): void
  left(text: Text, at: Date): void
}

type OpeningEvent = Extract<ItemEvent, { type: 'call-missed' | 'text-received' | 'request-received' }>
const OPENED_BY = { 'call-missed': 'call', 'text-received': 'text', 'request-received': 'request' } as const

export class Practice {
  readonly policy: Policy
  readonly cases: Case[] = []
  open: OpenCase[] = []
  private texts: Text[] = []
  private readonly watch: Watch
  private count = 0

  constructor(policy: Policy, watch: Watch) {
    this.policy = policy
    this.watch = watch
  }

  newId(kind: string): string {
    this.count += 1
    return `${kind}${String(this.count)}`
  }

  openCaseOf(person: Person | null): OpenCase | null {
    return person === null ? null : (this.open.find((one) => one.person === person) ?? null)
  }

  openCase(
    person: Person | null,
    event: OpeningEvent,
    more: { trigger: Trigger; sensitive?: boolean; notBefore?: Date | null },
  ): Case {
    const { policy } = this
    const { trigger, sensitive = false, notBefore = null } = more
    const item = openItem(
      {
        ...{ id: this.newId('item'), clinicId: policy.clinicId, lineId: 'main', trigger, sensitive },
        ...{ contactId: person?.id ?? null, ...(notBefore ? { notBefore } : {}) },
      },
      { at: event.at, language: event.language, kind: OPENED_BY[event.type] },
      policy,
    )
    const context = { policy, mayText: false, restUntil: person?.restUntil ?? null }
    const decision = decideOpening(item, event, context)
    const opened: Case = { item, person, lines: [], voicemails: new Map(), forgottenUntil: 0 }
    this.cases.push(opened)
    this.settle(opened, decision)
    this.watch.opened(opened, decision, event)
    for (const effect of decision.effects) this.carryOut(opened, effect, event.at)
    return opened
  }

  apply(given: Case, event: ItemEvent): void {
    const { policy } = this
    const { item: before, person } = given
    const mayText = event.type === 'touch-due' && this.mayText(given)
    const decision = decide(before, event, { policy, mayText, restUntil: person?.restUntil ?? null })
    this.settle(given, decision)
    try {
      this.watch.changed(given, before, decision, event)
    } catch (error) {
      throw new Error(`${event.type} broke a rule for this item:\n${storyOf(given)}`, { cause: error })
    }
    for (const effect of decision.effects) this.carryOut(given, effect, event.at)
  }

  /** What the clock work does in a minute, in its order. */
  tick(at: Date): void {
    for (const one of [...this.open]) {
      if (one.item.cadence.state === 'running' && one.item.cadence.nextTouchAt <= at)
        this.apply(one, { type: 'touch-due', at })
      if (isDue(one.item.hearBy, at)) this.apply(one, { type: 'transcript-overdue', at })
      if (isDue(one.item.replyBy, at)) this.apply(one, { type: 'reply-overdue', at })
      if (isDue(one.item.claimedUntil, at)) this.apply(one, { type: 'released', at, by: 'system' })
      if (isOpen(one) && isDue(one.item.escalateAt, at)) this.apply(one, { type: 'target-missed', at })
    }
    for (const text of this.texts) if (text.state === 'waiting' && text.notBefore <= at) this.send(text, at)
    this.texts = this.texts.filter(({ state }) => state === 'waiting')
  }

  private settle(given: Case, { next, history }: Decision): void {
    const wasOpen = this.open.includes(given as OpenCase)
    given.item = next
    given.lines.push(...history)
    if (isOpen(given) === wasOpen) return
    if (isOpen(given)) this.open.push(given)
    else this.open = this.open.filter((one) => one !== given)
  }

  private carryOut(given: Case, effect: Effect, at: Date): void {
    const { person, item } = given
    switch (effect.type) {
      case 'rest-contact':
        if (person) person.restUntil = effect.until
        return
      case 'cancel-texts': {
        const all = effect.why === 'opted-out' || effect.why === 'wrong-number'
        for (const text of this.texts) {
          if (text.state === 'waiting' && (all ? text.to === person : text.about === given))
            text.state = 'stopped'
        }
        return
      }
      case 'plan-text': {
        if (!person || !('wording' in effect.content)) return
        const { step, content } = effect
        const id = `${item.id} ${step}`
        const wording = content.wording
        this.texts.push({
          ...{ id, about: given, to: person, step, wording, planned: at, state: 'waiting', notBefore: at },
        })
        return
      }
      // Nobody on call answers in this year: the ladder has to do with the people at their desks.
      case 'alert-on-call':
      case 'end-alerts':
    }
  }

  private send(text: Text, at: Date): void {
    const { about, to, id: messageId } = text
    if (hasLostItsUse(this.policy.calendar, text.notBefore, at)) {
      text.state = 'stopped'
      this.apply(about, { type: 'text-canceled', at, messageId, why: 'too-late' })
      return
    }
    const verdict = this.ask(text, at)
    if (verdict.type === 'hold') {
      text.notBefore = verdict.until
      return
    }
    text.state = verdict.type === 'go' ? 'left' : 'stopped'
    if (verdict.type === 'refuse') {
      this.apply(about, { type: 'text-refused', at, messageId, why: verdict.why })
      return
    }
    this.watch.left(text, at)
    to.sentAt.push(at)
    this.apply(about, { type: 'text-sent', at, messageId })
  }

  private ask({ about, to, wording }: Text, at: Date): Verdict {
    const { texting, calendar, wordings, version } = this.policy
    const { item } = about
    const ended = item.cadence.state === 'ended' && item.cadence.why !== 'completed'
    return askGate({
      ...{ at, callerTrusted: true, servedNumber: true, lint: [], segments: 1, zones: to.zones },
      textable: 'mobile',
      permission: permissionToText(to.ledger, {
        scope: scopeOf(wordings[wording]!.purpose),
        followUpId: item.id,
      }),
      wanted: item.status !== 'closed' && item.urgency === 'routine' && !ended,
      sentAt: to.sentAt,
      caps: texting,
      window: textWindow({
        ...{ at, zones: to.zones, state: to.state, practiceZone: calendar.zone },
        ...{ practiceWindow: texting.window, holidays: texting.holidays },
      }),
      validityMinutes: texting.validityMinutes,
      wordingVersion: 'v',
      policyVersion: version,
    })
  }

  private mayText({ item, person }: Case): boolean {
    const step = this.policy.workflows[item.trigger].cadence[item.cadence.step]
    if (!person || step?.do !== 'text') return false
    const scope = scopeOf(this.policy.wordings[step.wording]!.purpose)
    return permissionToText(person.ledger, { scope, followUpId: item.id }).allowed
  }
}

export function isOpen(given: Case): given is OpenCase {
  return given.item.status !== 'closed'
}

function isDue(time: Date | null, at: Date): boolean {
  return time !== null && time <= at
}

/** The history of an item, for whoever reads why a rule was broken. */
function storyOf({ item, lines }: Case): string {
  const told = lines.map(({ at, kind, detail }) => `${at.toISOString()} ${kind} ${JSON.stringify(detail)}`)
  return [JSON.stringify(item), ...told].join('\n')
}
