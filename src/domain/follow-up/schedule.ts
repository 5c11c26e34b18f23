import type { Delay, Policy, Workflow } from '../policy/policy.ts'
import {
  addBusinessDays,
  addBusinessMinutes,
  endOfBlock,
  nextBlock,
  nextMorning,
  otherTimeOfDay,
} from '../time/business-time.ts'
import type { Cadence } from './item.ts'
import type { Due } from './outcomes.ts'
import { unreachable, type Trigger } from './words.ts'

const MINUTE = 60_000

/** The practice's workflow for a trigger. */
export function workflowFor(policy: Policy, trigger: Trigger): Workflow {
  return policy.workflows[trigger]
}

/** The instant that lies `delay` after `from` by the practice's calendar. */
export function after({ calendar }: Policy, from: Date, delay: Delay): Date {
  if ('minutes' in delay) return new Date(from.getTime() + delay.minutes * MINUTE)
  if ('businessMinutes' in delay) return addBusinessMinutes(calendar, from, delay.businessMinutes)
  if ('businessDays' in delay)
    return delay.otherTimeOfDay
      ? otherTimeOfDay(calendar, from, delay.businessDays)
      : addBusinessDays(calendar, from, delay.businessDays)
  switch (delay.until) {
    case 'end-of-block':
      return endOfBlock(calendar, from)
    case 'next-block':
      return nextBlock(calendar, from)
    case 'next-morning':
      return nextMorning(calendar, from)
    default:
      return unreachable(delay.until)
  }
}

/** When a person must have called, for an item that came in at `from`. */
export function targetTime(policy: Policy, workflow: Workflow, from: Date): Date {
  return after(policy, from, workflow.target)
}

/** When licensed staff must have looked: urgent counts every minute, clinical counts business time. */
export function clinicalTarget(policy: Policy, urgent: boolean, from: Date): Date {
  return urgent
    ? new Date(from.getTime() + policy.clinical.urgentMinutes * MINUTE)
    : addBusinessMinutes(policy.calendar, from, policy.clinical.targetBusinessMinutes)
}

/** The cadence at its beginning, or ended when the workflow has no step or the person cannot be reached by phone. */
export function startCadence(policy: Policy, workflow: Workflow, from: Date, reachable: boolean): Cadence {
  if (!reachable) return { state: 'ended', step: 0, why: 'no-phone' }
  return cadenceAt(policy, workflow, 0, from)
}

/** The cadence standing before `step`, whose touch is planned from `from`; `completed` when there is no such step. */
export function cadenceAt(policy: Policy, workflow: Workflow, step: number, from: Date): Cadence {
  const next = workflow.cadence[step]
  if (!next) return { state: 'ended', step, why: 'completed' }
  return { state: 'running', step, nextTouchAt: after(policy, from, next.after) }
}

/** When the next action after an outcome is due. */
export function dueTime(
  policy: Policy,
  workflow: Workflow,
  due: Due,
  from: { at: Date; cadence: Cadence; agreed: Date | null },
): Date {
  if (typeof due === 'object') return after(policy, from.at, due)
  switch (due) {
    case 'agreed-time':
      return from.agreed ?? targetTime(policy, workflow, from.at)
    case 'clinical-target':
      return clinicalTarget(policy, false, from.at)
    case 'next-attempt':
      return nextCall(policy, workflow, from.cadence) ?? addBusinessDays(policy.calendar, from.at, 1)
    default:
      return unreachable(due)
  }
}

/** When the next call step of a running cadence comes, texts in between counted in; null when none is left. */
function nextCall(policy: Policy, workflow: Workflow, cadence: Cadence): Date | null {
  if (cadence.state === 'ended') return null
  let at = cadence.nextTouchAt
  for (const [index, step] of workflow.cadence.entries()) {
    if (index < cadence.step) continue
    if (index > cadence.step) at = after(policy, at, step.after)
    if (step.do === 'call') return at
  }
  return null
}

export function later(a: Date, b: Date): Date {
  return a >= b ? a : b
}
