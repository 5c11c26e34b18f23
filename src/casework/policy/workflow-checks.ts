import { QUEUES, TRIGGERS, type Trigger } from '../../domain/follow-up/words.ts'
import type { Delay, TextPurpose, Workflow } from '../../domain/policy/policy.ts'
import { BUILT_IN_WORDINGS } from './built-in-wordings.ts'
import { completeWorkflows } from './complete-workflows.ts'
import type { Mistake, Path } from './problems.ts'
import type { ReadSections } from './schema.ts'
import { scriptMistakes } from './script-checks.ts'
import { didYouMean } from './spelling.ts'

/** Mistakes in how requests are followed up. What is built in is checked with the rest: the file's other sections may contradict it. */
export function workflowMistakes(file: ReadSections): Mistake[] {
  const { workflows } = file
  if (!workflows) return []
  const complete = completeWorkflows(workflows)
  return [
    ...TRIGGERS.flatMap((trigger) => {
      const path = ['workflows', trigger]
      const workflow = complete[trigger]
      return [
        ...cadenceMistakes(path, trigger, workflow, file),
        ...endMistakes(path, workflow),
        ...ladderMistakes(path, workflow),
        ...documentMistakes(path, workflow),
        ...scriptMistakes([...path, 'script'], workflows[trigger]?.script ?? {}, file),
      ]
    }),
    ...restMistakes(complete, file),
  ]
}

/**
 * What a text about each kind of request may be for. It decides which consent counts: a person who agreed to be texted about their own call
 * did not agree to be texted about a recall (domain/consent/ledger.ts, scopeOf).
 */
const PURPOSES: Readonly<Record<Trigger, readonly TextPurpose[]>> = {
  'missed-call': ['callback'],
  'after-hours-voicemail': ['callback'],
  'patient-message': ['callback'],
  'appointment-request': ['callback', 'scheduling'],
  'web-form': ['callback', 'scheduling', 'forms'],
  'referral-received': ['scheduling'],
  'unconfirmed-appointment': ['scheduling'],
  'incomplete-intake': ['forms'],
  'missing-insurance': ['forms'],
  'no-show': ['scheduling'],
  'post-visit-scheduling': ['scheduling'],
  'bilingual-support': ['callback', 'scheduling'],
  'recall-due': ['recall'],
  'care-gap': ['recall'],
}

/** The caller agrees to a text while the call lasts. */
const CALL_TRIGGERS: readonly Trigger[] = ['missed-call', 'after-hours-voicemail']

function cadenceMistakes(
  path: Path,
  trigger: Trigger,
  { cadence }: Workflow,
  { wordings }: ReadSections,
): Mistake[] {
  const mistakes: Mistake[] = []
  const known = wordings && { ...BUILT_IN_WORDINGS, ...wordings }
  const ids = new Set<string>()
  for (const [index, step] of cadence.entries()) {
    const at = [...path, 'cadence', index]
    if (ids.has(step.id)) {
      const expected = 'an id that no other step of this workflow has'
      mistakes.push({ path: [...at, 'id'], at: 'value', expected })
    }
    ids.add(step.id)
    if (step.do === 'call' || !known) continue
    const purpose = Object.hasOwn(known, step.wording) ? known[step.wording]?.purpose : undefined
    if (purpose === undefined) {
      const expected = `the name of a wording: ${didYouMean(step.wording, Object.keys(known))}`
      mistakes.push({ path: [...at, 'wording'], at: 'value', expected })
    } else if (!PURPOSES[trigger].includes(purpose)) {
      mistakes.push({
        path: [...at, 'wording'],
        at: 'value',
        found: `"${step.wording}" (purpose ${purpose})`,
        expected: `a wording with purpose ${PURPOSES[trigger].join(' or ')}: nobody agrees to other texts by a request of this kind`,
      })
    }
  }
  const [first] = cadence
  if (first?.do === 'text' && CALL_TRIGGERS.includes(trigger) && shortest(first.after) < 1) {
    const expected =
      'at least 1 minute: the caller agrees to be texted during the call, and a text before that is passed over'
    mistakes.push({ path: [...path, 'cadence', 0, 'after'], at: 'value', expected })
  }
  if (cadence.length > 0 && cadence.every((step) => step.do === 'text')) {
    const expected =
      'at least one call: without consent no text leaves, and nobody would try to reach the person'
    mistakes.push({ path: [...path, 'cadence'], at: 'name', found: 'texts only', expected })
  }
  return mistakes
}

function endMistakes(path: Path, { afterCadence }: Workflow): Mistake[] {
  const { status, queue } = afterCadence
  if (status !== 'routed-to-clinical' || queue === 'licensed') return []
  const expected = 'licensed, because the status says that licensed staff have it'
  return [{ path: [...path, 'afterCadence', 'queue'], at: 'value', expected }]
}

function ladderMistakes(path: Path, { ladder }: Workflow): Mistake[] {
  const mistakes: Mistake[] = []
  for (const [index, { after }] of ladder.entries()) {
    if (shortest(after) === 0 && !('until' in after)) {
      const expected = 'a time that is later than the step before, or than the due time'
      mistakes.push({ path: [...path, 'ladder', index, 'after'], at: 'value', expected })
    }
  }
  const last = ladder.length - 1
  const to = ladder.at(-1)?.to
  if (QUEUES.some((queue) => queue === to && queue !== 'manager')) {
    const expected =
      'manager or on-call: the last step ends with a person, who hears it again every business day'
    mistakes.push({ path: [...path, 'ladder', last, 'to'], at: 'value', expected })
  }
  return mistakes
}

function documentMistakes(path: Path, { document }: Workflow): Mistake[] {
  return document.flatMap(({ outcome }, index) =>
    document.findIndex((rule) => rule.outcome === outcome) === index
      ? []
      : [
          {
            path: [...path, 'document', index, 'outcome'],
            at: 'value' as const,
            expected: 'each outcome once',
          },
        ],
  )
}

/** A rest that is longer than the time between two calls would put every second call off. */
function restMistakes(
  workflows: Readonly<Record<Trigger, Workflow>>,
  { persistence }: ReadSections,
): Mistake[] {
  if (!persistence) return []
  const gaps = TRIGGERS.flatMap((trigger) =>
    callGaps(workflows[trigger]).map((minutes) => ({ trigger, minutes })),
  )
  const [closest] = gaps.sort((a, b) => a.minutes - b.minutes)
  if (!closest || persistence.restMinutes <= closest.minutes) return []
  const expected = `at most ${String(closest.minutes)}, the minutes between two calls of ${closest.trigger}`
  return [{ path: ['persistence', 'restMinutes'], at: 'value', expected }]
}

/** The fewest minutes between each call and the next, where they are counted in minutes. */
function callGaps({ cadence }: Workflow): number[] {
  const gaps: number[] = []
  let sum = Infinity
  for (const step of cadence) {
    sum += shortest(step.after)
    if (step.do === 'text') continue
    gaps.push(sum)
    sum = 0
  }
  return gaps.filter(Number.isFinite)
}

/** The fewest minutes that a delay may take; without end where it depends on the practice's hours. */
function shortest(delay: Delay): number {
  if ('minutes' in delay) return delay.minutes
  if ('businessMinutes' in delay) return delay.businessMinutes
  return 'businessDays' in delay && delay.businessDays === 0 ? 0 : Infinity
}
