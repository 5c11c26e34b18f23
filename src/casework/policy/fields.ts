import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { z } from 'zod'
import type { Delay } from '../../domain/policy/policy.ts'
import { isShortener } from '../../domain/texting/links.ts'
import { FEDERAL_HOURS } from '../../domain/texting/state-hours.ts'
import type { Block } from '../../domain/time/calendar.ts'
import { didYouMean } from './spelling.ts'

/*
 * The kinds of values in a clinic file. Each error text completes the sentence "found …, expected …".
 */

/**
 * A group of named settings; a name that is not in it is a mistake, most often a slip of the pen.
 * @param renamed names that files had before, each with what to write now in place of it and its value.
 */
export function group<Shape extends z.ZodRawShape>(
  shape: Shape,
  renamed: Readonly<Record<string, (value: unknown) => string>> = {},
): z.ZodObject<Shape, z.core.$strict> {
  const known = Object.keys(shape)
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return `a group with ${known.join(', ')}`
      const values = issue.input as Readonly<Record<string, unknown>>
      return issue.keys.map((name) => renamed[name]?.(values[name]) ?? didYouMean(name, known)).join('\n')
    },
  })
}

/** Values under some of the given names, none of which must be there. */
export function table<const Names extends readonly string[], Value extends z.ZodType>(
  names: Names,
  value: Value,
): z.ZodRecord<z.ZodEnum<{ [Name in Names[number]]: Name }> & z.core.$partial, Value> {
  return z.partialRecord(word(names), value, {
    error: (issue) => {
      const { keys } = issue as { readonly keys?: readonly string[] }
      return keys ? unknownNames(keys, names) : `a group with some of ${names.join(', ')}`
    },
  })
}

/** One text for all unknown names of a group, a line for each, in their order. */
function unknownNames(found: readonly string[], known: readonly string[]): string {
  return found.map((name) => didYouMean(name, known)).join('\n')
}

/** One of a few words. */
export function word<const Words extends readonly string[]>(
  words: Words,
): z.ZodEnum<{ [Word in Words[number]]: Word }> {
  return z.enum(words, {
    error: (issue) => didYouMean(typeof issue.input === 'string' ? issue.input : '', words),
  })
}

/** Words for people, not empty, at most so many characters. */
export function text(max: number): z.ZodString {
  return z
    .string('words (put quotes around a number)')
    .trim()
    .min(1, 'words')
    .max(max, `at most ${max} characters`)
}

export function count(min: number, max: number): z.ZodNumber {
  const expected = `a whole number from ${min} to ${max}`
  return z.int(expected).min(min, expected).max(max, expected)
}

const shortNameRule = 'a short name of small letters, digits and hyphens, such as first-callback'
export const shortName = z
  .string(shortNameRule)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, shortNameRule)
  .max(40, 'at most 40 characters')

export const webAddress = z.url({
  protocol: /^https$/,
  error: 'an address that begins with https://',
})

const domainRule = 'a domain of the practice, such as cedargrove.example, without https:// and without a path'
export const linkDomain = z
  .string(domainRule)
  .max(60, 'at most 60 characters')
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/, domainRule)
  .refine((domain) => !isShortener(domain), 'a domain of the practice: carriers filter shortened links')

/** One key of a phone. YAML reads a bare digit as a number. */
export const phoneKey = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string('a phone key: 0 to 9, * or #').regex(/^[0-9*#]$/, 'a phone key: 0 to 9, * or #'),
)

const phoneRule = 'a US phone number such as +1 415 555 0100 (with spaces, or in quotes)'
/** The United States, their territories, and numbers without a place: libphonenumber counts toll-free ones as US. */
const US_NUMBERS: ReadonlySet<string | undefined> = new Set(['US', 'PR', 'VI', 'GU', 'AS', 'MP'])
export const phone = z.string(phoneRule).transform((value, context): string => {
  const number = parsePhoneNumberFromString(value, 'US')
  if (number?.isValid() && US_NUMBERS.has(number.country)) return number.number
  context.issues.push({ code: 'custom', message: phoneRule, input: value })
  return z.NEVER
})

export const zone = z
  .string('a time zone such as America/Los_Angeles')
  .refine(isZone, 'a time zone such as America/Los_Angeles')

function isZone(name: string): boolean {
  if (!name.includes('/')) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}

export const date = z
  .string('a date such as 2026-12-24')
  .refine(isDate, 'a date that exists, such as 2026-12-24')

function isDate(value: string): boolean {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(value) && Temporal.PlainDate.from(value).toString() === value
  } catch {
    return false
  }
}

const spanRule = 'hours such as 08:00-12:00, the earlier time first'
const clockSpan = z.string(spanRule).transform((value, context): Block => {
  const match = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.exec(value)
  const [, from, to] = match ?? []
  if (from !== undefined && to !== undefined && from < to) return { from, to }
  context.issues.push({ code: 'custom', message: spanRule, input: value })
  return z.NEVER
})

/** The hours of one day, in order, with a gap between them. */
export const clockSpans = z
  .array(clockSpan, 'a list of hours, such as [08:00-12:00, 13:00-17:00]')
  .superRefine((spans, context) => {
    for (const [index, span] of spans.entries()) {
      const before = spans[index - 1]
      if (before && span.from < before.to) {
        const message = `hours that begin after the ones before them end (${before.to})`
        context.addIssue({ code: 'custom', message, path: [index] })
      }
    }
  })

/** Hours for texts, which no practice may set outside the federal ones. */
export const textingSpan = clockSpan.refine(
  (span) => span.from >= FEDERAL_HOURS.from && span.to <= FEDERAL_HOURS.to,
  `hours between ${FEDERAL_HOURS.from} and ${FEDERAL_HOURS.to}, the widest that federal rules allow`,
)

const delayRule =
  'a time such as "10 minutes", "60 business minutes", "2 business days", "2 business days at another time of day", "same business block", "next business block" or "next business morning"'
const NAMED_DELAYS: Readonly<Record<string, Delay>> = {
  'same business block': { until: 'end-of-block' },
  'next business block': { until: 'next-block' },
  'next business morning': { until: 'next-morning' },
}
export const delay = z.string(delayRule).transform((value, context): Delay => {
  const named = Object.hasOwn(NAMED_DELAYS, value) ? NAMED_DELAYS[value] : undefined
  if (named) return named
  const match = /^(\d{1,5}) (minute|business minute|business day)s?( at another time of day)?$/.exec(value)
  const amount = Number(match?.[1])
  const unit = match?.[2]
  const elsewhen = match?.[3] !== undefined
  if (unit === 'minute' && !elsewhen) return { minutes: amount }
  if (unit === 'business minute' && !elsewhen) return { businessMinutes: amount }
  if (unit === 'business day' && amount <= 90 && !(elsewhen && amount === 0))
    return elsewhen ? { businessDays: amount, otherTimeOfDay: true } : { businessDays: amount }
  context.issues.push({ code: 'custom', message: delayRule, input: value })
  return z.NEVER
})
