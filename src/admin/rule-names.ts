import type { RuleNames } from '../domain/policy/rule-names.ts'
import { phoneText } from './pages/marks.ts'
import { clockText, dayText, weekdayName, zoneName } from './times.ts'
import { fill, type Words } from './words.ts'

/** What the things in a clinic file are called on the pages. @param now in whose season a zone is named */
export function ruleNames(words: Words, now: Date): RuleNames {
  return {
    language: words.language,
    trigger: (trigger) => words.triggers[trigger],
    status: (status) => words.statuses[status],
    outcome: (outcome) => words.outcomes[outcome],
    owner: (queue) => words.owners[queue],
    target: (target) => words.escalationTargets[target],
    // In Spanish the names of languages are no proper names.
    spoken: (language) =>
      words.language === 'es' ? words.languages[language].toLowerCase() : words.languages[language],
    weekday: (day) => weekdayName(day, words),
    prompt: (prompt) => words.promptNames[prompt],
    category: (category) => words.clinicalCategories[category],
    wording: (id) => fill(words.settings.quoted, { words: id }),
    phone: phoneText,
    clock: (time) => clockText(time, words),
    date: (date) => dayText(date, words),
    zone: (zone) => fill(words.settings.zone, { zone: zoneName(now, zone, words) }),
  }
}
