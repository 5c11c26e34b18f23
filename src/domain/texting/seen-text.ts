/*
 * A text as a person reads it, or as a phone does. Letters that are not seen, look-alikes of other alphabets and words that are spelled out
 * letter by letter would hide from a search of the text as it was written what every reader takes in.
 */

/** A text read in some way. `starts` and `ends` say for each of its characters where in the text as given it comes from. */
export type SeenText = {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Formatting characters, soft hyphens, joiners, fillers, the empty braille cell. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u
const MARKS = /\p{M}+/gu

/** Letters of other alphabets that look like a Latin one. */
const LOOK_ALIKES = new Map(
  [
    ...['аa', 'вb', 'сc', 'ԁd', 'еe', 'һh', 'нh', 'іi', 'јj', 'кk', 'ӏl', 'мm', 'оo', 'рp', 'ԛq', 'ѕs', 'тt'],
    ...['ѵv', 'ԝw', 'хx', 'уy', 'αa', 'βb', 'εe', 'ηn', 'ιi', 'κk', 'νv', 'οo', 'ρp', 'τt', 'υu', 'χx', 'γy'],
    ...[
      'ıi',
      'ɑa',
      'ɡg',
      'օo',
      'ոn',
      'սu',
      'ցg',
      'հh',
      'ѡw',
      'ωw',
      'ϲc',
      'ϳj',
      'ƽs',
      'ǃl',
      'ᴄc',
      'ᴏo',
      'ᴠv',
      'ᴡw',
      'ᴢz',
    ],
    ...['ᴀa', 'ʙb', 'ᴅd', 'ᴇe', 'ɢg', 'ʜh', 'ɪi', 'ᴊj', 'ᴋk', 'ʟl', 'ᴍm', 'ɴn', 'ᴘp', 'ʀr', 'ᴛt', 'ᴜu', 'ʏy'],
  ].map((pair) => [pair.slice(0, -1), pair.slice(-1)] as const),
)

/** The text without what nobody sees, and wide, bold and other forms of a letter as that letter. */
export function seenText(given: string): SeenText {
  return readBy(given, (character) => (UNSEEN.test(character) ? '' : character.normalize('NFKC')))
}

/** Likewise, and without accents and with Latin letters for those that look like them: for patterns that know plain letters only. */
export function plainText(given: string): SeenText {
  return readBy(given, (character) => {
    if (UNSEEN.test(character)) return ''
    const plain = character.normalize('NFKD').replace(MARKS, '')
    const small = plain.toLowerCase()
    const latin = LOOK_ALIKES.get(small)
    if (latin === undefined) return plain
    return plain === small ? latin : latin.toUpperCase()
  })
}

/** Three letters or more, each by itself: "H.I.V.", "O-B-G-Y-N", "c a n c e r". */
const SPELLED_OUT = /(?<![\p{L}\p{N}])\p{L}(?:[.·*_\-\s]{1,2}\p{L}){2,}(?![\p{L}\p{N}])/gu

/** What was spelled out, as words; null when nothing was. */
export function withWordsJoined(seen: SeenText): SeenText | null {
  const between = new Set<number>()
  for (const { index, 0: found } of seen.text.matchAll(SPELLED_OUT)) {
    for (let at = index; at < index + found.length; at += 1) {
      if (!/\p{L}/u.test(seen.text.charAt(at))) between.add(at)
    }
  }
  if (between.size === 0) return null
  const isKept = (_: unknown, at: number): boolean => !between.has(at)
  return {
    text: seen.text.split('').filter(isKept).join(''),
    starts: seen.starts.filter(isKept),
    ends: seen.ends.filter(isKept),
  }
}

/** Where in the text as given something stands that was found between two places of a reading of it. */
export function placeIn(
  given: string,
  seen: SeenText,
  from: number,
  to: number,
): { at: number; found: string } {
  const at = seen.starts[from] ?? given.length
  return { at, found: given.slice(at, seen.ends[to - 1] ?? at) }
}

function readBy(given: string, read: (character: string) => string): SeenText {
  const starts: number[] = []
  const ends: number[] = []
  let text = ''
  let at = 0
  for (const character of given) {
    const seen = read(character)
    text += seen
    starts.push(...new Array<number>(seen.length).fill(at))
    ends.push(...new Array<number>(seen.length).fill(at + character.length))
    at += character.length
  }
  return { text, starts, ends }
}
