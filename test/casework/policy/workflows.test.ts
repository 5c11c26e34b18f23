import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { loadPolicies } from '../../../src/casework/policy/load.ts'
import { TRIGGERS } from '../../../src/domain/follow-up/words.ts'
import type { Delay, Policy, Workflow } from '../../../src/domain/policy/policy.ts'
import { lintSpoken } from '../../../src/domain/texting/spoken-lint.ts'
import { examplePractice } from '../../support/practice.ts'
import { changed, clinicFolder, EXAMPLE } from './clinic-files.ts'

const { write } = clinicFolder()

const {
  workflows: _workflows,
  persistence: _persistence,
  ...plain
} = parse(EXAMPLE) as Record<string, unknown>
/** The policy of the example file as it is, or of other text. */
const policyOf = (text: string): Policy => {
  const [policy] = loadPolicies(write(text))
  if (!policy) throw new Error('the file has no practice')
  return policy
}
/** The example without a word about workflows, and with these sections. */
const plainPolicy = (sections: object = {}): Policy => policyOf(stringify({ ...plain, ...sections }))
const ofMissedCalls = (rules: object): Workflow =>
  plainPolicy({ workflows: { 'missed-call': rules } }).workflows['missed-call']

describe('a practice that says nothing of its workflows', () => {
  test('has one for every kind of request, each with calls, a ladder that ends with a person, and what to write down', () => {
    const { workflows, persistence } = plainPolicy()
    expect(Object.keys(workflows)).toEqual([...TRIGGERS])
    for (const trigger of TRIGGERS) {
      const { cadence, ladder, document, queue } = workflows[trigger]
      expect(cadence.filter((step) => step.do === 'call').length, trigger).toBeGreaterThanOrEqual(2)
      expect(['manager', 'on-call'], trigger).toContain(ladder.at(-1)?.to)
      expect(queue, trigger).toBe('assistant')
      expect(
        document.map(({ outcome }) => outcome),
        trigger,
      ).toEqual(expect.arrayContaining(['unable-to-reach', 'patient-declined', 'complaint']))
    }
    expect(persistence).toEqual({ restMinutes: 120, unansweredTexts: 3 })
  })

  test('follows them up as the example file writes them out', () => {
    const example = policyOf(EXAMPLE)
    const builtIn = plainPolicy()
    for (const trigger of TRIGGERS) {
      const { script: _, ...rules } = example.workflows[trigger]
      expect(builtIn.workflows[trigger], trigger).toMatchObject(rules)
    }
    expect(builtIn.persistence).toEqual(example.persistence)
  })

  test('leaves what is clinically sensitive to licensed staff', () => {
    const { workflows } = plainPolicy()
    expect(TRIGGERS.filter((trigger) => workflows[trigger].sensitive)).toEqual(['care-gap'])
  })

  test('sends texts that are built in, which fit in one message also with the longest name', () => {
    const name = 'The Practice With The Longest Name That A Clinic File May Say'.slice(0, 60)
    const { wordings, workflows } = plainPolicy({ name, wordings: {} })
    const named = Object.values(workflows).flatMap(({ cadence }) =>
      cadence.flatMap((step) => (step.do === 'text' ? [step.wording] : [])),
    )
    expect(Object.keys(wordings).sort()).toEqual([...new Set(named)].sort())
    for (const { texts } of Object.values(wordings)) expect(Object.keys(texts)).toEqual(['en', 'es'])
  })

  test('has no texts that no workflow of it sends', () => {
    const cadence = [{ id: 'only', do: 'call', after: '1 business day' }]
    const workflows = Object.fromEntries(TRIGGERS.map((trigger) => [trigger, { cadence }]))
    expect(plainPolicy({ workflows, wordings: {} }).wordings).toEqual({})
  })
})

describe('the built-in scripts', () => {
  const { workflows } = examplePractice()
  const scripts = TRIGGERS.map((trigger) => ({ trigger, script: workflows[trigger].script }))

  test.each(scripts)(
    'of $trigger open and speak to a mailbox without a reason, in both languages',
    ({ script }) => {
      for (const language of ['en', 'es'] as const) {
        const words = script[language]
        expect(lintSpoken(words?.opening ?? '', ['practice'], language)).toEqual([])
        expect(lintSpoken(words?.voicemail ?? '', ['practice', 'phone'], language)).toEqual([])
      }
    },
  )

  test.each(scripts)('of $trigger lead to the same outcomes in both languages', ({ script: { en, es } }) => {
    const outcomes = en.branches.map(({ outcome }) => outcome)
    expect(es?.branches.map(({ outcome }) => outcome)).toEqual(outcomes)
    expect(new Set(outcomes).size).toBe(outcomes.length)
    expect(outcomes).toEqual(
      expect.arrayContaining([
        'clinical-question',
        'needs-insurance-review',
        'needs-language-support',
        'patient-declined',
        'callback-requested',
      ]),
    )
    expect(es?.questions).toHaveLength(en.questions.length)
    expect(es?.neverSay).toHaveLength(en.neverSay.length)
  })
})

describe('a practice changes', () => {
  test('one line of a workflow, and the rest stays as built in', () => {
    const own = ofMissedCalls({ queue: 'manager' })
    expect(own).toEqual({ ...plainPolicy().workflows['missed-call'], queue: 'manager' })
  })

  test('one part of a script, and the rest stays as built in', () => {
    const { script } = ofMissedCalls({
      script: { en: { close: 'Thank them.' }, es: { close: 'Dé las gracias.' } },
    })
    const builtIn = plainPolicy().workflows['missed-call'].script
    expect(script.en).toEqual({ ...builtIn.en, close: 'Thank them.' })
    expect(script.es).toEqual({ ...builtIn.es, close: 'Dé las gracias.' })
  })

  test('what an outcome must document', () => {
    const own = ofMissedCalls({ document: [{ outcome: 'complaint', en: 'What.', es: 'Qué.' }] })
    expect(own.document).toEqual([{ outcome: 'complaint', what: { en: 'What.', es: 'Qué.' } }])
  })

  test('a script in a language that its staff speak and its greetings do not offer', () => {
    const { script } = ofMissedCalls({ script: { vi: { opening: 'Xin chào từ {practice}.' } } })
    expect(script.vi).toEqual({ ...script.en, opening: 'Xin chào từ {practice}.' })
  })

  test.each<{ written: string; means: Delay }>([
    { written: '10 minutes', means: { minutes: 10 } },
    { written: '1 minute', means: { minutes: 1 } },
    { written: '60 business minutes', means: { businessMinutes: 60 } },
    { written: '1 business day', means: { businessDays: 1 } },
    { written: '2 business days', means: { businessDays: 2 } },
    { written: '2 business days at another time of day', means: { businessDays: 2, otherTimeOfDay: true } },
    { written: 'same business block', means: { until: 'end-of-block' } },
    { written: 'next business block', means: { until: 'next-block' } },
    { written: 'next business morning', means: { until: 'next-morning' } },
  ])('the time "$written"', ({ written, means }) => {
    expect(ofMissedCalls({ target: written }).target).toEqual(means)
  })

  test('whether a call may leave a message: not when the file does not say so', () => {
    const call = { do: 'call', after: '1 business day' }
    const { cadence } = ofMissedCalls({
      cadence: [
        { id: 'a', ...call, voicemail: true },
        { id: 'b', ...call },
      ],
    })
    expect(cadence).toMatchObject([{ voicemail: true }, { voicemail: false }])
  })
})

test('a rule that changes makes a new version, a note and a line that says what is built in do not', () => {
  const { version } = policyOf(EXAMPLE)
  expect(policyOf(changed('    queue: assistant\n    target', '    target')).version).toBe(version)
  expect(policyOf(`# A note.\n${EXAMPLE}`).version).toBe(version)
  expect(policyOf(changed('restMinutes: 120\n', 'restMinutes: 90\n')).version).not.toBe(version)
  expect(policyOf(changed('openOn: []', 'openOn: [César Chávez Day]')).version).not.toBe(version)
})
