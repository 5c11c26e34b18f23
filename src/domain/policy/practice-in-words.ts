import { speechOf } from '../calling/languages.ts'
import type { Language } from '../follow-up/words.ts'
import { OPENNESS, type Openness } from '../time/business-time.ts'
import { WEEKDAYS, type Block, type Weekday } from '../time/calendar.ts'
import type { Line, OnCallContact, Policy, PromptName } from './policy.ts'
import type { RuleNames } from './rule-names.ts'
import { RULE_SENTENCES, type RuleSentences } from './rule-sentences.ts'

/** Some rules of a practice under a title. */
export type RuleSection = { readonly title: string; readonly lines: readonly string[] }

/**
 * What a clinic file says, and what it leaves to the built-in rules, in plain lines: a wrong hour or number is seen before it counts. How
 * each kind of request is followed up is told by workflow-in-words.ts.
 */
export function practiceInWords(policy: Policy, names: RuleNames): readonly RuleSection[] {
  const say = RULE_SENTENCES[names.language]
  const { repeats, voicemail, callerNames, clinical, persistence, calendar } = policy
  const within = say.openMinutes
  return [
    {
      title: say.textsSay,
      lines: [say.textsSayWhat(policy.name, names.phone(policy.callbackPhone), policy.spokenName)],
    },
    { title: say.lines, lines: policy.lines.map((line) => lineInWords(line, names, say)) },
    {
      title: say.hours,
      lines: [
        ...hoursInWords(policy, names, say),
        ...singleDaysInWords(policy, names, say),
        holidaysInWords(policy, say),
        say.zone(names.zone(calendar.zone)),
      ],
    },
    {
      title: say.languages,
      lines: policy.languages.map((language) => languageInWords(policy, language, names, say)),
    },
    { title: say.keys, lines: [keysInWords(policy, names, say)] },
    {
      title: say.persistence,
      lines: [say.rest(say.minutes(persistence.restMinutes), persistence.unansweredTexts)],
    },
    { title: say.texts, lines: textsInWords(policy, names, say) },
    {
      title: say.repeats,
      lines: [say.raise(repeats.raiseAfter, within(repeats.dueWithinBusinessMinutes))],
    },
    {
      title: say.voicemail,
      lines: [
        say.notHeard(
          say.minutes(voicemail.transcriptWithinMinutes),
          names.owner(voicemail.notHeardQueue),
          within(voicemail.hearWithinBusinessMinutes),
        ),
        say.keep(voicemail.maxSeconds, voicemail.keepDays),
      ],
    },
    { title: say.names, lines: [say.callerNames(callerNames)] },
    {
      title: say.clinical,
      lines: [
        say.targets(within(clinical.targetBusinessMinutes), say.minutes(clinical.urgentMinutes)),
        say.alerts(
          clinical.alertAfterMinutes === 0 ? null : say.minutes(clinical.alertAfterMinutes),
          say.minutes(clinical.escalateEveryMinutes),
        ),
        ...clinical.words.add.map(({ term, category, urgent }) => {
          const kind = names.category(category)
          return say.also(term, urgent === true ? `${kind}, ${say.urgent}` : kind)
        }),
        ...clinical.words.remove.map(say.not),
      ],
    },
    {
      title: say.onCall,
      lines: orNone(
        policy.onCall.map((contact) => onCallInWords(contact, names, say)),
        say,
      ),
    },
  ]
}

function onCallInWords(
  { role, name, phone, by, when, language }: OnCallContact,
  names: RuleNames,
  say: RuleSentences,
): string {
  const kind = names.owner(role)
  const means = by.map((one) => (one === 'call' ? say.byCall : say.byText)).join(` ${say.and} `)
  const said = say.onCallWho(name ?? kind, names.phone(phone), kind, means, say[when])
  return language === null ? said : `${said}, ${say.alertedIn(names.spoken(language))}`
}

function orNone(lines: readonly string[], { none }: RuleSentences): readonly string[] {
  return lines.length === 0 ? [none] : lines
}

function lineInWords({ name, phone, connect, prompts }: Line, names: RuleNames, say: RuleSentences): string {
  const own = (Object.keys(prompts) as PromptName[]).map(names.prompt)
  const words = own.length === 0 ? '' : `; ${say.ownPrompts(own.join(', '))}`
  const line = `${name} ${names.phone(phone)}`
  if (connect.kind === 'backup') return `${say.backup(line)}${words}`
  const { order, seconds, pressToTake, ringWhen } = connect
  const ring = connect.ring.map(names.phone)
  const rings =
    order === 'in-turn' && ring.length > 1
      ? say.ringsInTurn(ring, seconds)
      : say.ringsTogether(ring.join(` ${say.and} `), seconds)
  const answered = pressToTake ? say.pressToTake : say.pickingUpTakes
  return `${say.front(line, rings, timesInWords(ringWhen, say), answered)}${words}`
}

function timesInWords(times: readonly Openness[], say: RuleSentences): string {
  if (times.length === OPENNESS.length) return say.always
  return OPENNESS.filter((time) => times.includes(time))
    .map((time) => say[time])
    .join(` ${say.and} `)
}

function languageInWords(
  { languages, wordings }: Policy,
  language: Language,
  { spoken, wording }: RuleNames,
  say: RuleSentences,
): string {
  const absent = Object.values(wordings)
    .filter(({ texts }) => !texts[language])
    .map(({ id }) => wording(id))
  return [
    spoken(language),
    speechOf(language) === null ? `: ${say.fromRecordings}` : '',
    absent.length > 0 ? `; ${say.textsInFirst(spoken(languages[0]), absent.join(', '))}` : '',
  ].join('')
}

/** Days in a row with the same hours stand in one line. */
function hoursInWords({ calendar: { hours: week } }: Policy, names: RuleNames, say: RuleSentences): string[] {
  const lines: { from: Weekday; to: Weekday; hours: string }[] = []
  for (const day of WEEKDAYS) {
    const hours = blocksInWords(week[day], names, say)
    const last = lines.at(-1)
    if (last?.hours === hours) last.to = day
    else lines.push({ from: day, to: day, hours })
  }
  return lines.map(({ from, to, hours }) => {
    const days = from === to ? names.weekday(from) : say.span(names.weekday(from), names.weekday(to))
    return `${days} ${hours}`
  })
}

function blocksInWords(blocks: readonly Block[], { clock }: RuleNames, say: RuleSentences): string {
  return blocks.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(` ${say.and} `) || say.shut
}

function singleDaysInWords(
  { calendar, oneOffGreetings }: Policy,
  names: RuleNames,
  say: RuleSentences,
): string[] {
  return Object.entries(calendar.oneOffDays).map(([date, { blocks, reason }]) => {
    const hours = blocksInWords(blocks, names, say)
    return `${names.date(date)} ${hours} (${reason})${oneOffGreetings[date] ? `; ${say.ownGreeting}` : ''}`
  })
}

function holidaysInWords({ state, openOn }: Policy, say: RuleSentences): string {
  const works = openOn.length === 0 ? '' : say.except(openOn.join(', '))
  return `${say.holidays(state ?? say.wholeCountry)}${works}`
}

function keysInWords({ keys }: Policy, { spoken }: RuleNames, say: RuleSentences): string {
  const languages = Object.entries(keys.languages).map(([language, key]) =>
    say.goesOnIn(key, spoken(language as Language)),
  )
  return [say.agrees(keys.agreeToText), ...languages].join(', ')
}

function textsInWords({ texting }: Policy, names: RuleNames, say: RuleSentences): string[] {
  const { perDay, perWeek, maxChars, perSecond } = texting
  const days = Object.entries(texting.window ?? {}).map(
    ([day, block]) => `${names.weekday(day as Weekday)} ${blocksInWords([block], names, say)}`,
  )
  const narrowest = (): string =>
    say.narrowest(
      names.weekday('monday'),
      names.weekday('friday'),
      blocksInWords([{ from: '10:00', to: '17:00' }], names, say),
    )
  const hours = texting.window ? days.join(', ') || say.none : narrowest()
  const help = texting.help.by === 'carrier' ? say.carrier : names.wording(texting.help.wording)
  return [
    say.caps(perDay, perWeek, maxChars, perSecond),
    say.window(hours, say.minutes(texting.validityMinutes)),
    say.replies(say.openMinutes(texting.readRepliesWithinBusinessMinutes), help),
    say.freeText(texting.freeText, texting.linkDomain ?? say.none),
  ]
}
