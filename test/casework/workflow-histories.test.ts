import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FollowUp } from '../../prisma/generated/client.ts'
import { lowerItem, raiseItem } from '../../src/casework/raising.ts'
import { removeItem, reopenItem } from '../../src/casework/removal.ts'
import { receiveRequest, withdrawRequest } from '../../src/casework/requests.ts'
import { acknowledge, claim, recordOutcome } from '../../src/casework/staff-actions.ts'
import { RECORDED_OUTCOMES, TRIGGERS } from '../../src/domain/follow-up/words.ts'
import { startCasework, WEDNESDAY_11, type CaseworkStage } from '../support/casework.ts'
import { later } from '../support/practice.ts'
import { employ, type Colleague } from './people.ts'

/* What the pure core promises (test/domain/follow-up/invariants.test.ts), once more with the database, the use cases and their CHECKs. */

let stage: CaseworkStage
let people: readonly Colleague[]
beforeAll(async () => {
  stage = await startCasework()
  people = [await employ(stage.db, 'Maya', 'assistant'), await employ(stage.db, 'Ines', 'licensed')]
})
afterAll(() => stage.close())

const STEPS = fc.oneof(
  fc.record({ do: fc.constant('call' as const), agrees: fc.boolean() }),
  fc.record({
    do: fc.constant('text' as const),
    words: fc.constantFrom('Tuesday works', 'STOP', 'my rash is worse'),
  }),
  fc.record({ do: fc.constant('request' as const), trigger: fc.constantFrom(...TRIGGERS) }),
  fc.record({ do: fc.constant('withdraw' as const) }),
  fc.record({
    do: fc.constant('outcome' as const),
    who: fc.nat(1),
    outcome: fc.constantFrom(...RECORDED_OUTCOMES),
  }),
  fc.record({ do: fc.constant('no-answer' as const), who: fc.nat(1) }),
  fc.record({
    do: fc.constant('act' as const),
    who: fc.nat(1),
    act: fc.constantFrom('remove', 'reopen', 'claim', 'see', 'raise', 'raise-urgent', 'lower'),
  }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 200 }) }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 200, max: 6_000 }) }),
)
type Step = typeof STEPS extends fc.Arbitrary<infer One> ? One : never

const itemsOf = (phone: string): Promise<FollowUp[]> =>
  stage.db.followUp.findMany({ where: { contact: { phone } }, orderBy: { number: 'asc' } })

async function take(step: Step, phone: string): Promise<void> {
  const { sending } = stage
  const item = (await itemsOf(phone)).at(-1)
  switch (step.do) {
    case 'call':
      await stage.call(phone, { agrees: step.agrees })
      return
    case 'text':
      return stage.text(phone, step.words)
    case 'request': {
      const need = {
        ...{
          trigger: step.trigger,
          personName: null,
          reason: null,
          segment: null,
          dueFrom: null,
          dueTo: null,
        },
        ...{ provider: null, providerPriority: null, lastAppointment: null, preferredContact: null },
        ...{
          insuranceNote: null,
          authorizationNeeded: false,
          lastOutreachAt: null,
          lastOutreachResult: null,
        },
      }
      const from = { source: 'api' as const, by: 'key:1', sourceRef: null, importId: null, licensed: false }
      const where = { clinicId: 'cedar-grove', lineId: 'cedar-grove/main', phone, language: null }
      await receiveRequest(sending, { ...where, ...from, need })
      return
    }
    case 'withdraw': {
      const request = await stage.db.request.findFirst({ where: { followUp: { contact: { phone } } } })
      if (request) await withdrawRequest(sending, { requestId: request.id, by: 'dana' })
      return
    }
    case 'wait':
      stage.setTime(later(stage.now(), step.minutes))
      await stage.tick()
      await stage.runJobs()
      return
    case 'outcome':
    case 'no-answer':
    case 'act':
      if (item) await work(step, item.number)
  }
}

/** What a person does at the item's page; being refused is an answer too. */
async function work(
  step: Extract<Step, { do: 'outcome' | 'no-answer' | 'act' }>,
  number: number,
): Promise<void> {
  const { sending } = stage
  const { actor } = people[step.who]!
  const note = 'as it was'
  if (step.do === 'no-answer') {
    await recordOutcome(sending, actor, { number, outcome: 'no-answer', note: '' })
  } else if (step.do === 'outcome') {
    const callbackAt = later(stage.now(), 300)
    await recordOutcome(sending, actor, { number, outcome: step.outcome, note, callbackAt })
  } else if (step.act === 'remove') {
    await removeItem(sending, actor, { number, reason: 'duplicate', note })
  } else if (step.act === 'reopen') {
    await reopenItem(sending, actor, { number, note })
  } else if (step.act === 'raise' || step.act === 'raise-urgent') {
    const urgency = step.act === 'raise' ? 'clinical' : 'urgent'
    await raiseItem(sending, actor, { number, urgency, note: '' })
  } else if (step.act === 'lower') {
    await lowerItem(sending, actor, { number, read: 99, reason: note })
  } else if (step.act === 'claim') {
    await claim(sending, actor, { number })
  } else {
    await acknowledge(sending, actor, { number })
  }
}

async function check(phone: string, before: readonly FollowUp[], step: Step): Promise<readonly FollowUp[]> {
  const items = await itemsOf(phone)
  const open = items.filter(({ status }) => status !== 'closed')
  // One person is one conversation.
  expect(open.length).toBeLessThanOrEqual(1)
  for (const item of items) {
    const closed = item.status === 'closed'
    expect([item.dueAt === null, item.nextAction === null, item.escalateAt === null]).toEqual([
      closed,
      closed,
      closed,
    ])
    expect([item.outcome === null, item.closingNote === null]).toEqual([!closed, !closed])
    if (item.urgency !== 'routine' && !closed) expect(item.queue).toBe('licensed')
    const was = before.find(({ id }) => id === item.id)
    const reopens = step.do === 'act' && step.act === 'reopen'
    if (was?.status === 'closed' && !reopens) {
      const { version: _, ...same } = was
      expect(item).toMatchObject(same)
    }
  }
  return items
}

test('whatever happens in a practice, every item is owned, due and one per person, and a closed one stays closed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(STEPS, { minLength: 3, maxLength: 14 }), async (steps) => {
      const phone = stage.newPhone()
      stage.setTime(WEDNESDAY_11)
      let items: readonly FollowUp[] = []
      for (const step of steps) {
        await take(step, phone)
        items = await check(phone, items, step)
      }
    }),
    { numRuns: 15 },
  )
})
