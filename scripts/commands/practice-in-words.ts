import { speechOf } from '../../src/domain/calling/languages.ts'
import type { Language } from '../../src/domain/follow-up/words.ts'
import type { Line, Policy, Step } from '../../src/domain/policy/policy.ts'
import { OPENNESS, type Openness } from '../../src/domain/time/business-time.ts'
import { WEEKDAYS, type Calendar } from '../../src/domain/time/calendar.ts'

/** What a clinic file says, in few plain lines, so that a wrong hour or number is seen before it counts. */
export function practiceInWords(policy: Policy): string {
  const { texting, repeats, voicemail, callerNames } = policy
  const rows: (readonly [string, readonly string[]])[] = [
    ['Lines', policy.lines.map(lineInWords)],
    ['Open', [...hoursInWords(policy.calendar), `clock of ${policy.calendar.zone}`]],
    ['Languages', policy.languages.map((language) => languageInWords(policy, language))],
    [
      'Requests',
      Object.entries(policy.workflows).map(
        ([trigger, { queue, targetBusinessMinutes, cadence }]) =>
          `${trigger}: ${queue}, due after ${String(targetBusinessMinutes)} open minutes; ${attemptsInWords(cadence)}`,
      ),
    ],
    [
      'Texts',
      [
        `${String(Object.keys(policy.wordings).length)} approved; at most ${String(texting.perDay)} a day and ${String(texting.perWeek)} a week to one number`,
      ],
    ],
    [
      'Repeats',
      [
        `after ${String(repeats.raiseAfter)} repeated calls the callback is due within ${String(repeats.dueWithinBusinessMinutes)} open minutes`,
      ],
    ],
    [
      'Voicemail',
      [
        `up to ${String(voicemail.maxSeconds)} seconds; recordings of closed requests and pictures in texts deleted after ${String(voicemail.keepDays)} days`,
      ],
    ],
    ['Names', [callerNames ? 'of callers looked up in the phone network' : 'of callers not looked up']],
    ['On call', policy.onCall.map(({ role, name, phone }) => `${name ?? role} ${phone}`)],
  ]
  const body = rows.flatMap(([title, lines]) =>
    (lines.length > 0 ? lines : ['none']).map(
      (line, index) => `  ${(index === 0 ? title : '').padEnd(10)} ${line}\n`,
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

function attemptsInWords(cadence: readonly Step[]): string {
  return cadence.map((step) => (step.do === 'text' ? 'text' : 'call')).join(', ') || 'no attempts of its own'
}
