import { parsePhoneNumberFromString } from 'libphonenumber-js'
import type { Token } from '../clinical/tokens.ts'
import { belongsToAnId, followsAreaCode } from './number-labels.ts'
import { DIGIT_WORDS, FILLERS, readDigits, type Piece } from './spoken-digits.ts'

const MOST_PHONES = 3
/** A number without its area code. */
const SHORTEST = 7
/** Between the parts of one number. Slashes and colons make dates and times, a dollar sign an amount. */
const JOINING = /^[\s().,;…+–—-]*$/
const SENTENCE_END = /[.!?;](?:\s|$)/

/** A piece with where it stands and what stands before it. */
type Placed = Piece & { readonly token: number; readonly before: string }
type Run = readonly Placed[]

/**
 * The telephone numbers that are said in a text. Seven digits count only when the text itself names one area code.
 * @param tokens the words of `text`.
 * @returns at most three, E.164, each once, in the order of the text.
 */
export function phonesIn(text: string, tokens: readonly Token[]): string[] {
  const runs = runsOf(text, tokens)
  const area = areaCodeIn(tokens, runs)
  const found = new Set<string>()
  for (const run of runs) {
    for (const phone of phonesOfRun(text, tokens, run, area)) {
      found.add(phone)
      if (found.size === MOST_PHONES) return [...found]
    }
  }
  return [...found]
}

/** Digits and number words that follow each other with nothing but pauses and fillers between them. */
function runsOf(text: string, tokens: readonly Token[]): Run[] {
  const runs: Run[] = []
  let run: Placed[] = []
  let end = 0
  const close = (): void => {
    if (run.length > 0) runs.push(...aroundWritten(run))
    run = []
  }
  for (const [index, token] of tokens.entries()) {
    const before = text.slice(end, token.start)
    if (run.length > 0 && !JOINING.test(before)) close()
    const piece = pieceOf(token.form)
    if (piece) {
      run.push({ ...piece, token: index, before: run.length === 0 ? before.slice(-1) : before })
    } else if (run.length > 0 && FILLERS.has(token.form)) {
      if (SENTENCE_END.test(before)) close()
    } else close()
    end = token.end
  }
  close()
  return runs
}

function pieceOf(form: string): Piece | undefined {
  return /^[0-9]+$/.test(form) ? { kind: 'digits', digits: form } : DIGIT_WORDS.get(form)
}

/** A number written as 415-555-0188 stands by itself, whatever digits are beside it. */
function aroundWritten(run: readonly Placed[]): Run[] {
  const parts: Placed[][] = [[]]
  for (let index = 0; index < run.length; index += 1) {
    const piece = run[index]
    if (piece === undefined) break
    if (isWritten(run, index)) {
      parts.push(run.slice(index, index + 3), [])
      index += 2
    } else parts.at(-1)?.push(piece)
  }
  return parts.filter((part) => part.length > 0)
}

function isWritten(run: readonly Placed[], index: number): boolean {
  const [area, office, line, after] = run.slice(index, index + 4)
  const lengths = [area, office, line].map((piece) => (piece?.kind === 'digits' ? piece.digits.length : 0))
  return (
    lengths.join() === '3,3,4' &&
    /^(?:[-.]|\)?[ -]?)$/.test(office?.before ?? '') &&
    /^[-.]$/.test(line?.before ?? '') &&
    !/^[-.]$/.test(after?.before ?? '') &&
    (index === 0 || isOne(run, index - 1) || !/^[-.+]$/.test(area?.before ?? ''))
  )
}

/** The 1 that may stand before a number, and nothing longer that only ends in it. */
function isOne(run: readonly Placed[], index: number): boolean {
  return run[index]?.kind === 'digits' && run[index].digits === '1' && index === 0
}

/** The one area code that the text names; undefined when it names none or several. */
function areaCodeIn(tokens: readonly Token[], runs: readonly Run[]): string | undefined {
  const codes = new Set<string>()
  for (const run of runs) {
    if (!followsAreaCode(tokens, run[0]?.token ?? 0)) continue
    for (const digits of readDigits(run))
      if (/^[2-9]\d\d/.test(digits.join(''))) codes.add(digits.join('').slice(0, 3))
  }
  return codes.size === 1 ? [...codes][0] : undefined
}

function phonesOfRun(text: string, tokens: readonly Token[], run: Run, area: string | undefined): string[] {
  const sentences = splitBefore(run, ({ before }) => SENTENCE_END.test(before))
  const phones: string[] = []
  for (let from = 0; from < sentences.length; from += 1) {
    let joined: Run = []
    for (let to = from; to < sentences.length && joined.length <= 11; to += 1) {
      joined = [...joined, ...(sentences[to] ?? [])]
      if (digitsOf(joined) < SHORTEST) continue
      const said = phonesSaid(joined, area)
      if (said.length === 0) continue
      if (!belongsToAnId(text, tokens, joined[0]?.token ?? 0, joined.at(-1)?.token ?? 0)) phones.push(...said)
      from = to
      break
    }
  }
  return phones
}

/** At least; "double" and "hundred" count as what they add. */
function digitsOf(run: Run): number {
  return run.reduce((sum, { digits }) => sum + digits.length, 0)
}

/** The numbers that use up all the pieces; none when a digit is left over. */
function phonesSaid(run: Run, area: string | undefined): string[] {
  const whole = phonesFrom(run, area)
  if (whole.length > 0) return startsAbroad(run, whole) ? [] : whole
  // In Spanish "o" is "or".
  const parts = splitBefore(run, ({ kind }) => kind === 'oh').map((part) =>
    part[0]?.kind === 'oh' ? part.slice(1) : part,
  )
  const each = parts.filter((part) => part.length > 0).map((part) => phonesFrom(part, area))
  return each.every((phones) => phones.length > 0) ? each.flat() : []
}

/** "+41…" is a number abroad, even when its digits would make one here. */
function startsAbroad(run: Run, phones: readonly string[]): boolean {
  return (
    run[0]?.before === '+' &&
    !phones.some((phone) => phone.startsWith(`+${run[0]?.digits.slice(0, 1) ?? ''}`))
  )
}

function phonesFrom(run: Run, area: string | undefined): string[] {
  const readings = readDigits(run)
    .map((digits) => phonesInARow(digits, area !== undefined && !isDate(run) ? area : undefined))
    .filter((phones) => phones.length > 0)
  const [first, second] = readings
  if (first === undefined) return []
  return second === undefined || second.join() === first.join() ? first : []
}

/** 4 15 1955: as many digits as a number without its area code. */
function isDate(run: Run): boolean {
  return run.length === 3 && /^(?:19|20)\d\d$/.test(run[2]?.digits ?? '')
}

function phonesInARow(parts: readonly string[], area: string | undefined): string[] {
  const phones: string[] = []
  let digits = ''
  for (const part of parts) {
    digits += part
    // No area code begins with 1, so the first digit says how many belong to the number.
    if (digits.length < (digits.startsWith('1') ? 11 : 10)) continue
    const phone = valid(digits)
    if (phone === null) return []
    phones.push(phone)
    digits = ''
  }
  if (digits === '') return phones
  const local = digits.length === SHORTEST && area !== undefined ? valid(area + digits) : null
  return local === null ? [] : [...phones, local]
}

function valid(digits: string): string | null {
  if (!/^1?[2-9]\d{9}$/.test(digits)) return null
  const number = parsePhoneNumberFromString(digits, 'US')
  // Calls to area code 900 are charged to whoever calls back.
  if (!number?.isValid() || number.number.startsWith('+1900')) return null
  return number.number
}

function splitBefore(run: Run, begins: (piece: Placed) => boolean): Run[] {
  const parts: Placed[][] = []
  for (const piece of run) {
    const last = parts.at(-1)
    if (last === undefined || begins(piece)) parts.push([piece])
    else last.push(piece)
  }
  return parts
}
