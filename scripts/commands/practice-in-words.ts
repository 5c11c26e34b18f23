import type { Line, Policy, Step } from '../../src/domain/policy/policy.ts'
import { WEEKDAYS, type Calendar } from '../../src/domain/time/calendar.ts'

/** What a clinic file says, in few plain lines, so that a wrong hour or number is seen before it counts. */
export function practiceInWords(policy: Policy): string {
  const { texting } = policy
  const rows: (readonly [string, readonly string[]])[] = [
    ['Lines', policy.lines.map(lineInWords)],
    ['Open', [...hoursInWords(policy.calendar), `clock of ${policy.calendar.zone}`]],
    ['Languages', [policy.languages.join(', ')]],
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
    ['On call', policy.onCall.map(({ role, name, phone }) => `${name ?? role} ${phone}`)],
  ]
  const body = rows.flatMap(([title, lines]) =>
    (lines.length > 0 ? lines : ['none']).map(
      (line, index) => `  ${(index === 0 ? title : '').padEnd(10)} ${line}\n`,
    ),
  )
  return `${policy.name} (${policy.clinicId}) has no mistakes.\n${body.join('')}`
}

function lineInWords({ name, phone, connect }: Line): string {
  return connect.kind === 'backup'
    ? `${name} ${phone}: takes the calls that the practice's own phones missed`
    : `${name} ${phone}: rings ${connect.ring.join(' and ')} for ${String(connect.seconds)} seconds while open, then takes over`
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
