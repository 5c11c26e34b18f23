import { speechOf } from '../../src/domain/calling/languages.ts'
import type { Language } from '../../src/domain/follow-up/words.ts'
import type { Line, Policy } from '../../src/domain/policy/policy.ts'
import { OPENNESS, type Openness } from '../../src/domain/time/business-time.ts'
import { WEEKDAYS, type Calendar } from '../../src/domain/time/calendar.ts'
import { requestsInWords } from './requests-in-words.ts'

/** What a clinic file says, and what it leaves to the built-in rules, in plain lines: a wrong hour or number is seen before it counts. */
export function practiceInWords(policy: Policy): string {
  const { repeats, voicemail, callerNames, clinical, persistence } = policy
  const rows: (readonly [string, readonly string[]])[] = [
    ['Texts say', [`${policy.name}, ${policy.callbackPhone}; the voice says ${policy.spokenName}`]],
    ['Lines', policy.lines.map(lineInWords)],
    [
      'Open',
      [
        ...hoursInWords(policy.calendar),
        ...singleDaysInWords(policy),
        holidaysInWords(policy),
        `clock of ${policy.calendar.zone}`,
      ],
    ],
    ['Languages', policy.languages.map((language) => languageInWords(policy, language))],
    ['Keys', keysInWords(policy)],
    ['Requests', requestsInWords(policy)],
    [
      'Persistence',
      [
        `nobody is called again within ${String(persistence.restMinutes)} minutes; after ${String(persistence.unansweredTexts)} unanswered texts staff hear of it and no more are sent`,
      ],
    ],
    ['Texts', textsInWords(policy)],
    [
      'Repeats',
      [
        `after ${String(repeats.raiseAfter)} repeated calls the callback is due within ${String(repeats.dueWithinBusinessMinutes)} open minutes`,
      ],
    ],
    [
      'Voicemail',
      [
        `one that no machine could read within ${String(voicemail.transcriptWithinMinutes)} minutes is heard by ${voicemail.notHeardQueue} within ${String(voicemail.hearWithinBusinessMinutes)} open minutes`,
        `up to ${String(voicemail.maxSeconds)} seconds; recordings of closed requests and pictures in texts deleted after ${String(voicemail.keepDays)} days`,
      ],
    ],
    ['Names', [callerNames ? 'of callers looked up in the phone network' : 'of callers not looked up']],
    [
      'Clinical',
      [
        `looked at within ${String(clinical.targetBusinessMinutes)} open minutes, urgent within ${String(clinical.urgentMinutes)} minutes; then the next contact every ${String(clinical.escalateEveryMinutes)} minutes`,
        ...clinical.words.add.map(
          ({ term, category, urgent }) => `also: ${term} (${category}${urgent === true ? ', urgent' : ''})`,
        ),
        ...clinical.words.remove.map((word) => `not: ${word}`),
      ],
    ],
    ['On call', policy.onCall.map(({ role, name, phone }) => `${name ?? role} ${phone} (${role})`)],
  ]
  const body = rows.flatMap(([title, lines]) =>
    (lines.length > 0 ? lines : ['none']).map(
      (line, index) => `  ${(index === 0 ? title : '').padEnd(11)} ${line}\n`,
    ),
  )
  return `${policy.name} (${policy.clinicId}) has no mistakes.\n${body.join('')}`
}

function lineInWords({ name, phone, connect, prompts }: Line): string {
  const own = Object.keys(prompts)
  const words = own.length === 0 ? '' : `; own words for ${own.join(', ')}`
  if (connect.kind === 'backup')
    return `${name} ${phone}: takes the calls that the practice's own phones missed${words}`
  const { ring, order, seconds, pressToTake, ringWhen } = connect
  const rings =
    order === 'in-turn' && ring.length > 1
      ? `rings ${ring.join(', then ')} for ${String(seconds)} seconds each`
      : `rings ${ring.join(' and ')} for ${String(seconds)} seconds`
  const answered = pressToTake ? 'whoever picks up presses 1 to take it' : 'picking up takes it'
  return `${name} ${phone}: ${rings} ${timesInWords(ringWhen)}; ${answered}; otherwise Ringback takes over${words}`
}

const TIMES: Readonly<Record<Openness, string>> = {
  open: 'while open',
  lunch: 'at lunch',
  closed: 'while closed',
  holiday: 'on holidays',
}

function timesInWords(times: readonly Openness[]): string {
  if (times.length === OPENNESS.length) return 'at all times'
  return OPENNESS.filter((time) => times.includes(time))
    .map((time) => TIMES[time])
    .join(' and ')
}

function languageInWords({ languages, wordings }: Policy, language: Language): string {
  const absent = Object.values(wordings)
    .filter(({ texts }) => !texts[language])
    .map(({ id }) => id)
  return [
    language,
    speechOf(language) === null ? ': from recordings' : '',
    absent.length > 0 ? `; texts in ${languages[0]}: ${absent.join(', ')}` : '',
  ].join('')
}

/** Days in a row with the same hours stand in one line. */
function hoursInWords({ hours: week }: Calendar): string[] {
  const lines: { from: string; to: string; hours: string }[] = []
  for (const day of WEEKDAYS) {
    const hours = week[day].map(({ from, to }) => `${from}–${to}`).join(' and ') || 'closed'
    const last = lines.at(-1)
    if (last?.hours === hours) last.to = day
    else lines.push({ from: day, to: day, hours })
  }
  return lines.map(({ from, to, hours }) => `${from === to ? from : `${from} to ${to}`} ${hours}`)
}

function singleDaysInWords({ calendar, oneOffGreetings }: Policy): string[] {
  return Object.entries(calendar.oneOffDays).map(([date, { blocks, reason }]) => {
    const hours = blocks.map(({ from, to }) => `${from}–${to}`).join(' and ') || 'closed'
    return `${date} ${hours} (${reason})${oneOffGreetings[date] ? '; words of its own' : ''}`
  })
}

function holidaysInWords({ state, openOn }: Policy): string {
  const works = openOn.length === 0 ? '' : ` but ${openOn.join(', ')}`
  return `closed on the legal holidays of ${state ?? 'the United States'}${works}`
}

function keysInWords({ keys }: Policy): string[] {
  const languages = Object.entries(keys.languages).map(([language, key]) => `${key} goes on in ${language}`)
  return [[`${keys.agreeToText} agrees to a text`, ...languages].join(', ')]
}

function textsInWords({ texting, wordings }: Policy): string[] {
  const window = texting.window
    ? Object.entries(texting.window).map(([day, { from, to }]) => `${day} ${from}–${to}`)
    : ['narrowest hours: monday to friday 10:00–17:00']
  return [
    `at most ${String(texting.perDay)} a day and ${String(texting.perWeek)} a week to one number, ${String(texting.maxChars)} characters, ${String(texting.perSecond)} a second from one line`,
    `${window.join(', ')}, in the recipient's time; given up after ${String(texting.validityMinutes)} minutes`,
    `replies read within ${String(texting.readRepliesWithinBusinessMinutes)} open minutes; HELP answered by ${texting.help.by === 'carrier' ? 'the carrier' : texting.help.wording}`,
    `words of staff's own: ${texting.freeText ? 'allowed' : 'not allowed'}; links: ${texting.linkDomain ?? 'none'}`,
    ...Object.values(wordings).map(
      ({ id, purpose, texts }) => `${id}: ${purpose}, in ${Object.keys(texts).join(' and ')}`,
    ),
  ]
}
