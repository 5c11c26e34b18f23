import type { Delay, Policy, Step, Workflow } from '../../src/domain/policy/policy.ts'

/** How each kind of request is followed up, a few lines each: who, by when, the attempts, what comes then, who hears of it. */
export function requestsInWords({ workflows }: Policy): string[] {
  return Object.entries(workflows).flatMap(([trigger, workflow]) => workflowInWords(trigger, workflow))
}

function workflowInWords(trigger: string, workflow: Workflow): string[] {
  const { queue, target, joinLines, sensitive, cadence, afterCadence, ladder, document, script } = workflow
  const lines = joinLines ? '' : '; one for each line'
  return [
    `${trigger}: ${queue}, due ${afterInWords(target)}${lines}`,
    `  attempts: ${cadence.map(stepInWords).join(', ') || 'none of its own'}`,
    sensitive
      ? '  nobody reached: licensed staff decide'
      : `  nobody reached: ${afterCadence.status}, ${afterCadence.queue} decides ${afterInWords({ businessDays: afterCadence.businessDays })}`,
    `  nobody acted: ${ladder.map(({ after, to }) => `${to} hears of it ${afterInWords(after)}`).join(', then ')}, then every business day`,
    `  written down with: ${document.map(({ outcome }) => outcome).join(', ') || 'no outcome in particular'}`,
    `  script: ${Object.keys(script).join(', ')}`,
  ]
}

function stepInWords(step: Step): string {
  const what =
    step.do === 'text' ? `text ${step.wording}` : step.voicemail ? 'call (voicemail allowed)' : 'call'
  return `${what} ${afterInWords(step.after)}`
}

/** `after 60 business minutes`, `before the practice closes` */
function afterInWords(delay: Delay): string {
  if ('minutes' in delay) return `after ${counted(delay.minutes, 'minute')}`
  if ('businessMinutes' in delay) return `after ${counted(delay.businessMinutes, 'business minute')}`
  if ('until' in delay) return WHEN[delay.until]
  if (delay.businessDays === 0) return 'at once, or when the practice opens'
  const other = delay.otherTimeOfDay === true ? ' at another time of day' : ''
  return `after ${counted(delay.businessDays, 'business day')}${other}`
}

const WHEN: Readonly<Record<Extract<Delay, { until: unknown }>['until'], string>> = {
  'end-of-block': 'in the same business block',
  'next-block': 'in the next business block',
  'next-morning': 'on the next business morning',
}

/** `1 business day`, `2 business days` */
function counted(count: number, unit: string): string {
  return `${String(count)} ${unit}${count === 1 ? '' : 's'}`
}
