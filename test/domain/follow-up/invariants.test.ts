import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide, decideOpening } from '../../../src/domain/follow-up/decide.ts'
import type { Decision } from '../../../src/domain/follow-up/decision.ts'
import type { ItemEvent } from '../../../src/domain/follow-up/events.ts'
import type { FollowUp } from '../../../src/domain/follow-up/item.ts'
import { openItem } from '../../../src/domain/follow-up/opening.ts'
import { QUEUES, TRIGGERS, URGENCIES } from '../../../src/domain/follow-up/words.ts'
import type { Policy } from '../../../src/domain/policy/policy.ts'
import { examplePractice, later, WEDNESDAY_9 } from '../../support/practice.ts'
import { moments } from './histories.ts'
import { runs } from '../../support/runs.ts'

/** One text without an answer is enough here, so that histories of a few events come to the bound. */
const example = { ...examplePractice(), persistence: { restMinutes: 120, unansweredTexts: 1 } }
/** A practice may let assistants listen to what no machine could read. */
const trusting = { ...example, voicemail: { ...example.voicemail, notHeardQueue: 'assistant' as const } }

const URGENT_MINUTES = example.clinical.urgentMinutes

/** What the database and the clock work are to an item: its contact's consent and rest, and what the clock brings up. */
class Shell {
  item: FollowUp
  consent = true
  restUntil: Date | null = null
  callsAsked = 0
  wasRouted = false
  readonly policy: Policy

  constructor(policy: Policy, trigger: FollowUp['trigger'], withNumber: boolean) {
    this.policy = policy
    const place = { id: 'item', clinicId: policy.clinicId, lineId: 'main', trigger }
    const first = openItem(
      { ...place, contactId: withNumber ? 'contact' : null },
      { at: WEDNESDAY_9, language: 'en', kind: 'call' },
      policy,
    )
    const missed = {
      type: 'call-missed',
      at: WEDNESDAY_9,
      callSid: 'CA1',
      openHours: true,
      language: 'en',
    } as const
    this.item = decideOpening(first, missed, { policy, mayText: true, restUntil: null }).next
  }

  apply(event: ItemEvent): void {
    const { policy, consent, restUntil } = this
    const before = this.item
    const decision = decide(before, event, { policy, mayText: consent, restUntil })
    if (event.type === 'opted-out') this.consent = false
    this.item = decision.next
    this.callsAsked += decision.history.filter(({ kind }) => kind === 'call-attempt-due').length
    for (const effect of decision.effects) if (effect.type === 'rest-contact') this.restUntil = effect.until
    this.check(before, decision, event)
    const sent = decision.effects.filter(({ type }) => type === 'plan-text')
    for (const _ of sent) this.apply({ type: 'text-sent', at: event.at, messageId: 'm' })
  }

  /** The clock work up to an instant; `down`: it comes up only then. */
  pass(until: Date, down: boolean): void {
    for (let minutes = 0; !down && minutes < 60; minutes += 1) {
      const { item } = this
      if (item.status === 'closed') return
      const touch = item.cadence.state === 'running' ? item.cadence.nextTouchAt : item.escalateAt
      const next = touch < item.escalateAt ? touch : item.escalateAt
      if (next > until) return
      this.tick(next)
    }
    this.tick(until)
  }

  private tick(at: Date): void {
    const { item } = this
    if (item.status === 'closed') return
    if (item.cadence.state === 'running' && item.cadence.nextTouchAt <= at)
      this.apply({ type: 'touch-due', at })
    const touched = this.item
    if (touched.status !== 'closed' && touched.escalateAt <= at) this.apply({ type: 'target-missed', at })
  }

  private check(before: FollowUp, decision: Decision, what: ItemEvent): void {
    const { next: after, effects } = decision
    const workflow = this.policy.workflows[after.trigger]
    const planned = workflow.cadence.filter((step) => step.do === 'call').length
    if (before.status === 'closed' && what.type !== 'reopened') {
      expect(after).toEqual({ ...before, version: before.version + 1 })
      return
    }
    // Nothing that was planned for the patient leaves once the item is routed, and nothing new is planned, lowered or not.
    const routes = decision.history.some(({ kind }) => kind === 'routed-to-clinical')
    if (routes) expect(effects).toContainEqual({ type: 'cancel-texts', why: expect.any(String) as string })
    this.wasRouted ||= routes
    for (const effect of effects) {
      if (effect.type !== 'plan-text') continue
      expect(this.wasRouted).toBe(false)
      expect([what.type, this.consent, before.urgency]).toEqual(['touch-due', true, 'routine'])
      expect(before.unansweredTexts).toBeLessThan(this.policy.persistence.unansweredTexts)
      expect(before.cadence.state).toBe('running')
      // Nobody reads that we tried to call them whom nobody called.
      expect(before.attempts).toBeGreaterThanOrEqual(this.callsAsked)
    }
    expect(this.callsAsked).toBeLessThanOrEqual(planned)
    if (after.status === 'closed') {
      checkClosed(before, after, what)
      return
    }
    checkOpen(before, after, what)
    const unreached =
      what.type === 'outcome-recorded' && ['no-answer', 'left-voicemail'].includes(what.outcome)
    if (unreached && planned > 0 && after.attempts >= planned && after.sensitive)
      expect(after.queue).toBe('licensed')
    if (unreached && after.queue !== 'licensed' && planned > 0 && after.attempts >= planned)
      expect(after.nextAction).toMatch(/^(decide-closure|listen-to-voicemail)$/)
  }
}

function checkClosed(
  before: FollowUp,
  after: Extract<FollowUp, { status: 'closed' }>,
  what: ItemEvent,
): void {
  expect(after.closingNote).not.toBe('')
  expect(after.cadence.state).toBe('ended')
  const unlicensed = (what.type === 'outcome-recorded' || what.type === 'removed') && !what.licensed
  // What licensed staff are to decide is closed unreached by nobody else.
  if (unlicensed && before.sensitive) expect(after.outcome).not.toMatch(/^(unable-to-reach|removed)$/)
}

function checkOpen(before: FollowUp, after: Exclude<FollowUp, { status: 'closed' }>, what: ItemEvent): void {
  expect(QUEUES).toContain(after.queue)
  expect([after.dueAt, after.escalateAt].every((time) => !Number.isNaN(time.getTime()))).toBe(true)
  expect(after.nextAction).not.toBe('')
  // Nobody hears that an item is late before it is, except that it was put off after they heard. What is urgent is told at once.
  if (after.escalationStep === 0 && after.urgency !== 'urgent')
    expect(after.escalateAt.getTime()).toBeGreaterThanOrEqual(after.dueAt.getTime())
  // Clinical is never with assistants or managers, and nothing but a licensed person's word lowers it.
  if (after.urgency !== 'routine') expect(after.queue).toBe('licensed')
  const lowers = what.type === 'routing-lowered'
  if (lowers)
    expect(after).toMatchObject({ urgency: 'routine', escalation: null, cadence: { state: 'ended' } })
  else expect(URGENCIES.indexOf(after.urgency)).toBeGreaterThanOrEqual(URGENCIES.indexOf(before.urgency))
  // Only a licensed person moves what is with licensed staff.
  const byLicensed = lowers || (what.type === 'outcome-recorded' && what.licensed)
  if (before.queue === 'licensed' && !byLicensed) expect(after.queue).toBe('licensed')
  // Whoever raises an item has handed it over at once, and urgent things do not wait for the practice to open.
  if (what.type === 'routing-raised') {
    expect(after).toMatchObject({ queue: 'licensed', cadence: { state: 'ended' } })
    if (what.urgency === 'urgent')
      expect(after.dueAt.getTime()).toBeLessThanOrEqual(later(what.at, URGENT_MINUTES).getTime())
  }
  // What waits to be heard has a clock or is with somebody who listens.
  if (after.heard === 'not-heard-yet')
    expect(after.hearBy !== null || after.nextAction !== 'call-back').toBe(true)
  expect(after.attempts).toBeGreaterThanOrEqual(before.attempts)
  if (before.cadence.state === 'ended') expect(after.cadence.state).toBe('ended')
  if (before.sensitive) expect(after.sensitive).toBe(true)
}

test.each([
  ['the example practice', example],
  ['a practice whose assistants listen', trusting],
])(
  'whatever happens to an item of any kind, it is owned, due, bounded and in the right hands: %s',
  (_name, policy) => {
    fc.assert(
      fc.property(fc.constantFrom(...TRIGGERS), fc.boolean(), moments, (trigger, withNumber, history) => {
        const shell = new Shell(policy, trigger, withNumber)
        let at = WEDNESDAY_9
        for (const { minutes, down, happen } of history) {
          at = later(at, minutes)
          shell.pass(at, down)
          const event = happen(at, shell.item)
          if (event) shell.apply(event)
        }
      }),
      { numRuns: runs(200, 3000) },
    )
  },
)
