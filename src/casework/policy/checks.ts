import { LANGUAGES } from '../../domain/follow-up/words.ts'
import { publicHolidays } from './holidays.ts'
import { missingLanguage, type Mistake } from './problems.ts'
import { promptMistakes } from './prompt-checks.ts'
import type { ReadSections } from './schema.ts'
import { didYouMean } from './spelling.ts'
import { wordingMistakes } from './wording-checks.ts'
import { workflowMistakes } from './workflow-checks.ts'

/** Mistakes that lie between the sections of a file: names that nothing answers to, languages left out, words that contradict. */
export function crossCheck(file: ReadSections): Mistake[] {
  return [
    ...lineMistakes(file),
    ...hourMistakes(file),
    ...promptMistakes(file),
    ...keyMistakes(file),
    ...wordingMistakes(file),
    ...workflowMistakes(file),
    ...helpMistakes(file),
    ...onCallMistakes(file),
  ]
}

function lineMistakes({ lines = [] }: ReadSections): Mistake[] {
  const mistakes: Mistake[] = []
  const ids = new Set<string>()
  const phones = new Set(lines.map((line) => line.phone))
  for (const [index, line] of lines.entries()) {
    if (ids.has(line.id)) {
      mistakes.push({
        path: ['lines', index, 'id'],
        at: 'value',
        expected: 'an id that no other line has',
      })
    }
    ids.add(line.id)
    for (const [place, ring] of line.connect.kind === 'front' ? line.connect.ring.entries() : []) {
      if (phones.has(ring)) {
        const expected = 'a phone that is not itself a line: the call would go round in circles'
        mistakes.push({ path: ['lines', index, 'connect', 'ring', place], at: 'value', expected })
      }
    }
  }
  return mistakes
}

function hourMistakes({ hours, holidays, oneOffDays = [], state }: ReadSections): Mistake[] {
  const mistakes: Mistake[] = []
  if (hours && Object.values(hours).every((spans) => spans.length === 0)) {
    mistakes.push({
      path: ['hours'],
      at: 'name',
      found: 'no open day',
      expected: 'at least one day with hours',
    })
  }
  const dates = new Set<string>()
  for (const [index, { date }] of oneOffDays.entries()) {
    if (dates.has(date)) {
      mistakes.push({ path: ['oneOffDays', index, 'date'], at: 'value', expected: 'each date once' })
    }
    dates.add(date)
  }
  if (holidays && state !== undefined && holidays.openOn.length > 0) {
    const names = [...new Set(Object.values(publicHolidays(state)))]
    for (const [index, name] of holidays.openOn.entries()) {
      if (!names.includes(name)) {
        const expected = `a holiday of ${state}: ${didYouMean(name, names)}`
        mistakes.push({ path: ['holidays', 'openOn', index], at: 'value', expected })
      }
    }
  }
  return mistakes
}

function keyMistakes({ keys, languages, prompts }: ReadSections): Mistake[] {
  if (!keys || !languages) return []
  const mistakes: Mistake[] = []
  const used = new Set([keys.agreeToText])
  for (const language of LANGUAGES) {
    const key = keys.languages[language]
    const path = ['keys', 'languages', language]
    const offered = languages.indexOf(language) > 0
    if (key === undefined) {
      if (offered) mistakes.push({ path, at: 'value', expected: `a key that changes to ${language}` })
      continue
    }
    if (!offered) {
      const expected = 'keys only for languages of the practice other than the first'
      mistakes.push({ path, at: 'name', expected })
    } else if (prompts && !prompts.languageOffer) {
      mistakes.push(missingLanguage(['prompts', 'languageOffer', language], language))
    }
    if (used.has(key)) mistakes.push({ path, at: 'value', expected: 'a key with no other meaning' })
    used.add(key)
  }
  return mistakes
}

function helpMistakes({ texting, wordings }: ReadSections): Mistake[] {
  if (texting?.help.by !== 'practice' || !wordings || Object.hasOwn(wordings, texting.help.wording)) return []
  const expected = `the name of a wording: ${didYouMean(texting.help.wording, Object.keys(wordings))}`
  return [{ path: ['texting', 'help', 'wording'], at: 'value', expected }]
}

/** An emergency may come at any hour, and an alert must reach a person and not a line that Ringback answers itself. */
function onCallMistakes({ onCall = [], lines = [] }: ReadSections): Mistake[] {
  const mistakes: Mistake[] = []
  const times = onCall.map(({ when }) => when)
  for (const [time, other] of [
    ['open', 'closed'],
    ['closed', 'open'],
  ] as const) {
    if (onCall.length === 0 || times.includes('always') || times.includes(time)) continue
    const found = `nobody on call while the practice is ${time}`
    const expected = `somebody with when: always or when: ${time} beside those with when: ${other}`
    mistakes.push({ path: ['onCall'], at: 'name', found, expected })
  }
  for (const [index, { phone, when }] of onCall.entries()) {
    const path = ['onCall', index, 'phone']
    if (lines.some((line) => line.phone === phone)) {
      const expected = 'the phone of a person, and not one of your lines: an alert would end in its greeting'
      mistakes.push({ path, at: 'value', expected })
    }
    const before = onCall.slice(0, index).filter((other) => other.phone === phone)
    if (before.some((other) => other.when === when || other.when === 'always' || when === 'always')) {
      const expected = 'a phone that no contact before it has at the same times: it would be alerted twice'
      mistakes.push({ path, at: 'value', expected })
    }
  }
  return mistakes
}
