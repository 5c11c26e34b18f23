/** A part of a number as it is said. */
export type Piece = {
  /**
   * `digits` as written; a spoken `number`; `oh`, which may also be an interjection or Spanish for "or"; `zeros`, which belong to the digit
   * before ("eight hundred"); `repeat`, which says the next digit again ("double five").
   */
  readonly kind: 'digits' | 'number' | 'oh' | 'zeros' | 'repeat'
  readonly digits: string
}

const number = (digits: string | number): Piece => ({ kind: 'number', digits: String(digits) })

/** Number words, folded: no accents. */
export const DIGIT_WORDS: ReadonlyMap<string, Piece> = new Map<string, Piece>([
  ...counted(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen',
  ),
  ...counted('seventeen eighteen nineteen', 17),
  ...counted('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
  ...counted(
    'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis',
  ),
  ...counted(
    'diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco',
    17,
  ),
  ...counted('veintiseis veintisiete veintiocho veintinueve', 26),
  ...counted('treinta cuarenta cincuenta sesenta setenta ochenta noventa', 30, 10),
  ...counted(
    'cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos',
    100,
    100,
  ),
  ...counted('novecientos', 900),
  ...counted('ciento', 100),
  ['oh', { kind: 'oh', digits: '0' }],
  ['o', { kind: 'oh', digits: '0' }],
  ['hundred', { kind: 'zeros', digits: '00' }],
  ['thousand', { kind: 'zeros', digits: '000' }],
  ['mil', { kind: 'zeros', digits: '000' }],
  ['double', { kind: 'repeat', digits: '2' }],
  ['doble', { kind: 'repeat', digits: '2' }],
  ['triple', { kind: 'repeat', digits: '3' }],
])

/** Words inside a number that add no digit to it. */
export const FILLERS: ReadonlySet<string> = new Set(
  'um uh er ah eh mmm este and y dash hyphen guion dot punto then luego'.split(' '),
)

function counted(words: string, from = 0, step = 1): [string, Piece][] {
  return words.split(' ').map((word, index) => [word, number(from + index * step)])
}

/**
 * The ways to write down what was said: "twenty two" is 22 or 20 2, "ochocientos cinco" is 805 or 800 5. A number's length tells later
 * which one was meant.
 * @returns digits that belong together, one list for each way; none when the words make no number.
 */
export function readDigits(pieces: readonly Piece[]): string[][] {
  const said = withRepeatsAndZeros(pieces)
  if (said === null) return []
  const apart = said.map(({ digits }) => digits)
  const together = joined(said)
  return together.join(' ') === apart.join(' ') ? [apart] : [together, apart]
}

function withRepeatsAndZeros(pieces: readonly Piece[]): Piece[] | null {
  const said: Piece[] = []
  let times = 1
  for (const piece of pieces) {
    const last = said.at(-1)
    if (piece.kind === 'zeros') {
      if (last?.digits.length !== 1 || last.digits === '0' || times > 1) return null
      said[said.length - 1] = number(last.digits + piece.digits)
    } else if (piece.kind === 'repeat') {
      if (times > 1) return null
      times = Number(piece.digits)
    } else if (times > 1) {
      if (piece.digits.length !== 1) return null
      said.push({ kind: 'digits', digits: piece.digits.repeat(times) })
      times = 1
    } else said.push(piece)
  }
  return times > 1 ? null : said
}

/** Puts the tens into the hundreds and the ones into the tens, as far as zeros leave room. Ten and zero itself take nothing in. */
function joined(said: readonly Piece[]): string[] {
  const parts: string[] = []
  let room = 0
  for (const { kind, digits } of said) {
    const last = parts.at(-1)
    const fits = kind === 'number' && digits.length <= room && digits !== '0'
    if (last !== undefined && fits) parts[parts.length - 1] = last.slice(0, -digits.length) + digits
    else parts.push(digits)
    const isRound = kind === 'number' && digits !== '10' && digits !== '0'
    room = isRound ? digits.length - digits.replace(/0+$/, '').length : 0
  }
  return parts
}
