import { CODE_RULES, type CodeRule } from './carrier-code-table.ts'

const BY_CODE: ReadonlyMap<number | null, CodeRule> = new Map(CODE_RULES.map((rule) => [rule.code, rule]))

/** Twilio may add codes at any time: a text that ends by one we do not know is over, and a person looks at it. */
const UNKNOWN: CodeRule = {
  code: null,
  meaning: 'The carrier gave a reason that is not known here, or none.',
  reason: 'unknown-fault',
  message: 'give-up',
  retryAfterMinutes: [],
  contact: 'none',
  item: 'call-instead',
  account: 'none',
  told: 'operator',
}

/** The request went out and no answer can be trusted: the text may have left. */
const LOST: CodeRule = {
  ...UNKNOWN,
  meaning: 'The answer of the carrier was lost.',
  reason: 'answer-lost',
  message: 'look-up',
  told: 'staff',
}

/** Nobody was there to take the request, so nothing left: the connection was refused or the carrier's name not found. */
export const NOT_CONNECTED: CodeRule = {
  ...UNKNOWN,
  meaning: 'The carrier could not be reached.',
  reason: 'carrier-busy',
  message: 'retry',
  retryAfterMinutes: [0.5, 2, 10, 30],
}

/**
 * What a delivery report's error code means. Total: an unknown code, or none with a text that failed, ends the text for a
 * person to look at.
 */
export function ruleOfReport(code: number | null): CodeRule {
  return (code === null ? undefined : BY_CODE.get(code)) ?? { ...UNKNOWN, code }
}

/**
 * What the answer to a request means that was not a success. Total.
 * @param code the carrier's own code from the answer's body; null when the body had none (a proxy's HTML page, say)
 * @param httpStatus null when no answer came: a reset, a timeout
 */
export function ruleOfAnswer(code: number | null, httpStatus: number | null): CodeRule {
  const known = code === null ? undefined : BY_CODE.get(code)
  if (mayHaveLeft(httpStatus)) {
    // A fault on the carrier's side makes no promise that nothing left, whatever the body says; what ends the text still ends it.
    return known?.message === 'give-up' || known?.message === 'look-up' ? known : { ...LOST, code }
  }
  return known ?? ruleOfStatus(code, httpStatus)
}

/** 5xx, a request that timed out at the other end, a redirect, a success without a text: none of them says that nothing left. */
function mayHaveLeft(httpStatus: number | null): boolean {
  return httpStatus === null || httpStatus === 408 || httpStatus < 400 || httpStatus >= 500
}

/** 4xx without a code that is known here. The rule keeps the code that came, if one came. */
function ruleOfStatus(code: number | null, httpStatus: number | null): CodeRule {
  // 429 is answered before the request is processed and 401 before anybody knows who asks, whatever code goes with them.
  if (httpStatus === 429) return ruleOfReport(20429)
  if (httpStatus === 401) return ruleOfReport(20003)
  // Elsewhere an unknown code may speak of this one number, which must not stop everybody's texts.
  if (code !== null) return ruleOfReport(code)
  if (httpStatus === 403) return ruleOfReport(20403)
  if (httpStatus === 404) return ruleOfReport(20404)
  return ruleOfReport(20001)
}

const MINUTE = 60_000
/** A text that two daily caps in a row kept back has lost its use. */
const NEXT_DAYS = 2
/** The zone in which the carriers count daily caps. */
const CAP_ZONE = 'America/Los_Angeles'

/**
 * When a text may be tried again; the gate decides then whether it goes.
 * @param at when the last try failed
 * @param retries how many tries followed the first one so far
 * @returns null when no try is left, or when the text waits for somebody to resume its account.
 */
export function nextTryAt(rule: CodeRule, at: Date, retries: number): Date | null {
  const minutes = rule.retryAfterMinutes[retries]
  if (minutes !== undefined) return new Date(at.getTime() + minutes * MINUTE)
  const capped = rule.message === 'next-day' && rule.retryAfterMinutes.length === 0
  return capped && retries < NEXT_DAYS ? capsReset(at) : null
}

function capsReset(at: Date): Date {
  const today = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(CAP_ZONE)
  return new Date(today.add({ days: 1 }).startOfDay().epochMilliseconds)
}

/**
 * Codes about what all numbers send through: the messaging service, and the campaign that they are registered in. A number outside every
 * campaign means that its registration is at fault, and each further text that carriers refuse for it is counted against the account.
 */
const OF_ALL_NUMBERS: readonly (number | null)[] = [21701, 21703, 21704, 21705, 30033, 30034, 30990]
const OF_SENDER: readonly CodeRule['reason'][] = ['sender-not-usable', 'unregistered-sender', 'filtered']

/** Whether a rule that stops texts stops those of every sender, rather than of the one that met the fault. */
export function stopsAll(rule: CodeRule): boolean {
  return OF_ALL_NUMBERS.includes(rule.code) || !OF_SENDER.includes(rule.reason)
}

/** Whether the text waits for somebody to resume its account, rather than for an hour. */
export function waitsForResume(rule: CodeRule): boolean {
  return rule.message === 'recheck' && rule.account === 'stop'
}
