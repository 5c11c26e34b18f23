import type { Category } from '../clinical/reading.ts'
import type { EscalationTarget } from '../follow-up/item.ts'
import type { Language, OpenStatus, Outcome, PageLanguage, Queue, Trigger } from '../follow-up/words.ts'
import type { Weekday } from '../time/calendar.ts'
import type { PromptName } from './policy.ts'

/**
 * What the things in a clinic file are called when its rules are told: by the file's own words for whoever writes it, by the words of
 * the pages for whoever works by it.
 */
export type RuleNames = {
  readonly language: PageLanguage
  readonly trigger: (trigger: Trigger) => string
  readonly status: (status: OpenStatus) => string
  readonly outcome: (outcome: Outcome) => string
  /** who owns what stands on the queue */
  readonly owner: (queue: Queue) => string
  readonly target: (target: EscalationTarget) => string
  readonly spoken: (language: Language) => string
  readonly weekday: (day: Weekday) => string
  readonly prompt: (prompt: PromptName) => string
  readonly category: (category: Category) => string
  readonly wording: (id: string) => string
  /** E.164 */
  readonly phone: (phone: string) => string
  /** `HH:MM`, 24 hours */
  readonly clock: (time: string) => string
  /** ISO */
  readonly date: (date: string) => string
  readonly zone: (zone: string) => string
}

const asWritten = (word: string): string => word

/** Every name as the file writes it, in English sentences. */
export const NAMES_OF_THE_FILE: RuleNames = {
  language: 'en',
  trigger: asWritten,
  status: asWritten,
  outcome: asWritten,
  owner: asWritten,
  target: asWritten,
  spoken: asWritten,
  weekday: asWritten,
  prompt: asWritten,
  category: asWritten,
  wording: asWritten,
  phone: asWritten,
  clock: asWritten,
  date: asWritten,
  zone: asWritten,
}
