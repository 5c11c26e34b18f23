import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keyPressed } from '../../src/casework/caller-keys.ts'
import { recordOutcome } from '../../src/casework/staff-actions.ts'
import { startCasework, type CaseworkStage } from '../support/casework.ts'
import { later } from '../support/practice.ts'
import { runs } from '../support/runs.ts'
import { refusal, TOO_MANY } from '../support/twilio-rest.ts'
import { CarrierWatch, type Fate } from './carrier-watch.ts'

let stage: CaseworkStage
/** Answers that the carrier was told to give and has not given yet, also over the end of a run. */
const ordered: Fate[] = []
beforeAll(async () => {
  stage = await startCasework()
})
afterAll(() => stage.close())

const PHONES = ['+14155552101', '+14155552102', '+14155552103']
const LICENSED = { id: 'nora', name: 'Nora', roles: ['licensed' as const, 'manager' as const], clinics: [] }

/** What people write, and what it means to the journal. */
const WRITTEN = {
  STOP: 'stop',
  'Stop.': 'revoke',
  CANCEL: 'stop',
  alto: 'revoke',
  START: 'start',
  unstop: 'start',
  'Please stop texting me': 'revoke',
  'ya no me manden mensajes por favor': 'revoke',
  'wrong number': 'revoke',
  'Call me at 3, please': 'says',
  'ok thanks': 'says',
  'I will stop by at noon': 'says',
  HELP: 'says',
  'my chest hurts and I have a fever': 'clinical',
  'me duele el pecho': 'clinical',
} as const satisfies Record<string, 'stop' | 'start' | 'revoke' | 'says' | 'clinical'>
type Words = keyof typeof WRITTEN

/** None, 1 to agree, 2 for Spanish and then 1. */
const KEYS: readonly (readonly string[])[] = [[], ['1'], ['1'], ['1'], ['2', '1']]

const phone = fc.nat(PHONES.length - 1)
const words = fc.constantFrom(...(Object.keys(WRITTEN) as Words[]))
const weighted = <Step>(weight: number, arbitrary: fc.Arbitrary<Step>) => ({ weight, arbitrary })

/** What happens in a practice, in any order. */
const STEPS = fc.oneof(
  weighted(
    10,
    fc.record({
      do: fc.constant('call' as const),
      phone,
      keys: fc.constantFrom(...KEYS),
    }),
  ),
  weighted(3, fc.record({ do: fc.constant('text' as const), phone, words })),
  weighted(1, fc.record({ do: fc.constant('stop-while-sending' as const), phone })),
  weighted(2, fc.record({ do: fc.constant('second-item' as const), phone })),
  weighted(2, fc.record({ do: fc.constant('tick' as const) })),
  weighted(3, fc.record({ do: fc.constant('jobs' as const) })),
  weighted(8, fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 2, max: 150 }) })),
  weighted(4, fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 240, max: 1600 }) })),
  weighted(2, fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1600, max: 5000 }) })),
  weighted(
    4,
    fc.record({
      do: fc.constant('report' as const),
      which: fc.nat(),
      status: fc.constantFrom('sent', 'delivered', 'undelivered', 'failed'),
      code: fc.constantFrom(30001, 30003, 30005, 30006, 30008, 30017, 21610),
    }),
  ),
  weighted(
    2,
    fc.record({
      do: fc.constant('outcome' as const),
      which: fc.nat(),
      outcome: fc.constantFrom(
        'no-answer',
        'left-voicemail',
        'opted-out',
        'wrong-number',
        'resolved',
        'clinical-question',
      ),
    }),
  ),
  weighted(
    2,
    fc.record({
      do: fc.constant('carrier-answers' as const),
      next: fc.constantFrom('busy', 'opted-out', 'landline', 'broken', 'lost', 'html'),
    }),
  ),
)
type Step = typeof STEPS extends fc.Arbitrary<infer One> ? One : never

/** Two months with clock changes and holidays in them; each run lasts about three weeks. */
const STARTS = fc.constantFrom('2026-10-28T18:00:00Z', '2026-11-16T20:30:00Z', '2026-12-15T19:00:00Z')

describe('whatever callers, texts, staff, the carrier and the clock do, in any order,', () => {
  test('each text that reaches the carrier was agreed to, on time, rare, generic, wanted, and once', async () => {
    const practices = runs(10, 50)
    let sent = 0
    await fc.assert(
      fc.asyncProperty(STARTS, fc.array(STEPS, { minLength: 16, maxLength: 34 }), async (start, steps) => {
        const practice = await openPractice(new Date(start))
        for (const step of steps) {
          await practice.play(step)
          expect(await practice.wrong(), `after ${JSON.stringify(step)}`).toEqual([])
        }
        for (let day = 0; day < 3; day += 1) {
          await practice.play({ do: 'wait', minutes: 1000 })
          expect(await practice.wrong()).toEqual([])
        }
        sent += practice.sent()
      }),
      { numRuns: practices, endOnFailure: true },
    )
    // The journal has something to judge.
    expect(sent).toBeGreaterThan(0.8 * practices)
  }, 180_000)
})

async function openPractice(start: Date) {
  const { db, twilio, sending } = stage
  await db.$transaction([
    db.$executeRaw`SET LOCAL ringback.retention = 'on'`,
    db.$executeRaw`TRUNCATE contact, sending_stop, sender_pace CASCADE`,
  ])
  stage.enqueued.splice(0)
  stage.setTime(start)
  twilio.posts.splice(0)
  const watch = new CarrierWatch(stage)
  const fateOf = (): Fate => ordered.shift() ?? 'taken'

  const work = async (): Promise<void> => {
    await stage.tick()
    await stage.runJobs()
  }
  const openItems = (of?: string) =>
    db.followUp.findMany({
      where: { status: { not: 'closed' }, ...(of === undefined ? {} : { contact: { phone: of } }) },
      include: { contact: true },
      orderBy: { number: 'asc' },
    })

  const write = async (from: string, what: Words): Promise<void> => {
    if (WRITTEN[what] === 'start') watch.started(from)
    await stage.text(from, what)
    if (WRITTEN[what] === 'stop') watch.stopped(from)
    if (WRITTEN[what] === 'revoke') watch.revoked(from)
    if (WRITTEN[what] === 'clinical') {
      const read = await db.message.findFirstOrThrow({
        where: { direction: 'in', phone: from },
        orderBy: { createdAt: 'desc' },
      })
      watch.becameClinical(read.followUpId ?? '')
    }
  }

  const play = async (step: Step): Promise<void> => {
    const from = 'phone' in step ? PHONES[step.phone]! : ''
    switch (step.do) {
      case 'call': {
        const { callSid, followUpId } = await stage.call(from)
        for (const [index, digits] of step.keys.entries()) {
          await keyPressed(sending, { callSid, digits, turn: index === 0 ? 'en' : 'es' })
        }
        if (step.keys.includes('1')) watch.agreed(from, followUpId)
        return
      }
      case 'text':
        return write(from, step.words)
      case 'stop-while-sending': {
        await stage.tick()
        const [, answeredAt] = await Promise.all([
          stage.runJobs(),
          stage.text(from, 'STOP').then(() => performance.now()),
        ])
        // What the carrier had before the STOP was answered is judged as before it; nothing may come after.
        const late = twilio.posts.filter(({ To, startedAt }) => To === from && startedAt > answeredAt)
        expect(late).toEqual([])
        faults.push(...(await watch.judge(fateOf)))
        watch.stopped(from)
        return
      }
      case 'second-item': {
        const planned = await db.message.findFirst({
          where: { phone: from, state: { in: ['planned', 'held'] } },
        })
        if (!planned) return
        const patient = {
          phone: from,
          callSid: '',
          followUpId: planned.followUpId ?? '',
          messageId: planned.id,
        }
        watch.agreed(from, (await stage.secondItem(patient)).followUpId)
        return
      }
      case 'tick':
        await stage.tick()
        return
      case 'jobs':
        await stage.runJobs()
        return
      case 'wait':
        stage.setTime(later(stage.now(), step.minutes))
        return work()
      case 'report': {
        const told = watch.seen.filter(({ fate }) => fate === 'taken' || fate === 'lost')
        const one = told[step.which % told.length]
        if (!one) return
        const failed = step.status === 'undelivered' || step.status === 'failed'
        const { state, followUpId } = await db.message.findUniqueOrThrow({ where: { id: one.messageId } })
        await stage.report(
          { phone: one.phone, callSid: '', followUpId: followUpId ?? '', messageId: one.messageId },
          step.status,
          failed ? step.code : undefined,
        )
        // The first of two final reports counts.
        if (failed && state !== 'delivered') one.fate = 'reported-failed'
        if (failed && step.code === 21610) watch.stopped(one.phone)
        return
      }
      case 'outcome': {
        const items = await openItems()
        const item = items[step.which % items.length]
        if (!item) return
        const order = { number: item.number, outcome: step.outcome, note: 'spoke with them' }
        const result = await recordOutcome(sending, LICENSED, order)
        const revokes = step.outcome === 'opted-out' || step.outcome === 'wrong-number'
        if (result.type === 'done' && revokes && item.contact) watch.revoked(item.contact.phone)
        return
      }
      case 'carrier-answers':
        switch (step.next) {
          case 'busy':
            answerNext('refused', TOO_MANY)
            return
          case 'opted-out':
            answerNext('opted-out', refusal(21610))
            return
          case 'landline':
            answerNext('refused', refusal(21614))
            return
          case 'html':
            answerNext('lost', { status: 502, body: '<html>Bad gateway</html>' })
            return
          case 'broken':
          case 'lost':
            if (ordered.length > 0) return
            ordered.push('lost')
            twilio.breakNext(step.next === 'broken' ? 'ECONNRESET' : 'ETIMEDOUT')
            return
        }
    }
  }
  const answerNext = (fate: Fate, answer: ReturnType<typeof refusal>): void => {
    if (ordered.length > 0) return
    ordered.push(fate)
    twilio.answerNext(answer)
  }
  const faults: string[] = []
  return {
    play,
    wrong: async () => [...faults.splice(0), ...(await watch.judge(fateOf))],
    sent: () => watch.seen.filter(({ fate }) => fate !== 'refused').length,
  }
}
