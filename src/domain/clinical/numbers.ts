import type { Token } from './tokens.ts'

/** A number in figures or in words, and the position of its last word. */
type SpokenNumber = { readonly value: number; readonly to: number }

const listed = (names: string, first: number, step = 1): (readonly [string, number])[] =>
  names.split(' ').map((name, index) => [name, first + index * step] as const)

const UNITS = new Map([
  ...listed('zero one two three four five six seven eight nine', 0),
  ...listed('cero un dos tres cuatro cinco seis siete ocho nueve', 0),
  ['oh', 0],
  ['uno', 1],
])
const TEENS = new Map([
  ...listed('ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen', 10),
  ...listed('diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve', 10),
])
const TENS = new Map([
  ...listed('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
  ...listed('veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa', 20, 10),
])
const HUNDREDS = new Map([
  ...listed('ciento doscientos trescientos cuatrocientos quinientos seiscientos', 100, 100),
  ['cien', 100],
])
const FIGURES = /^\d{1,3}$/
/** A number begins with one of these or with a figure. */
const FIRST_WORDS = new Set(['a', ...[UNITS, TEENS, TENS, HUNDREDS].flatMap((words) => [...words.keys()])])
const ZERO = 0x30
const NINE = 0x39

/**
 * The number that begins at a word, as people say readings: "168", "one sixty eight", "a hundred and one", "treinta y ocho",
 * "ciento cuarenta"; null when none does. Up to 999, without fractions.
 */
export function numberAt(tokens: readonly Token[], at: number): SpokenNumber | null {
  const form = tokens[at]?.form ?? ''
  const code = form.charCodeAt(0)
  const isFigure = code >= ZERO && code <= NINE
  if (isFigure ? !FIGURES.test(form) : !FIRST_WORDS.has(form)) return null
  if (isFigure) return { value: Number(form), to: at }
  const hundreds = HUNDREDS.get(form)
  if (hundreds !== undefined) return plus(hundreds, belowHundred(tokens, at + 1), at)
  const following = tokens[at + 1]?.form
  const unit = form === 'a' ? 1 : UNITS.get(form)
  if (unit !== undefined && unit > 0) {
    if (following === 'hundred') {
      const rest = tokens[at + 2]?.form === 'and' ? at + 3 : at + 2
      return plus(unit * 100, belowHundred(tokens, rest), at + 1)
    }
    // "One sixty eight", "one oh two": the hundred is left out.
    const isLeftOut = following === 'oh' || TEENS.has(following ?? '') || TENS.has(following ?? '')
    if (isLeftOut && form !== 'a') return plus(unit * 100, belowHundred(tokens, at + 1), at)
  }
  return form === 'a' ? null : belowHundred(tokens, at)
}

function plus(hundreds: number, rest: SpokenNumber | null, end: number): SpokenNumber {
  return rest === null ? { value: hundreds, to: end } : { value: hundreds + rest.value, to: rest.to }
}

function belowHundred(tokens: readonly Token[], at: number): SpokenNumber | null {
  const form = tokens[at]?.form ?? ''
  const teen = TEENS.get(form)
  if (teen !== undefined) return { value: teen, to: at }
  const tens = TENS.get(form)
  if (tens !== undefined) {
    const unitAt = tokens[at + 1]?.form === 'y' ? at + 2 : at + 1
    const unit = UNITS.get(tokens[unitAt]?.form ?? '')
    return unit === undefined || unit === 0 ? { value: tens, to: at } : { value: tens + unit, to: unitAt }
  }
  const unit = UNITS.get(form)
  if (unit === undefined) return null
  const second = UNITS.get(tokens[at + 1]?.form ?? '')
  return form === 'oh' && second !== undefined ? { value: second, to: at + 1 } : { value: unit, to: at }
}
