import type { Token } from '../clinical/tokens.ts'
import {
  CLOSING_WORDS,
  CONNECTING_WORDS,
  FILLER_WORDS,
  GREETINGS,
  INTRODUCTIONS,
  NOT_A_NAME,
  NOT_THE_CALLER,
  TITLES,
  type Introduction,
} from './name-words.ts'

const MOST_WORDS = 4

/** A word of the text with its spelling. */
type Word = { readonly form: string; readonly raw: string; readonly pause: Token['pause'] }
type Found = { readonly words: readonly string[]; /** the word that ended the name */ readonly next: string }

/**
 * The name by which the caller introduces themselves ("this is John Smith calling"), in title case.
 * @param tokens the words of `text`.
 * @returns null when nobody is introduced, or when it may be somebody or something else.
 */
export function nameIn(text: string, tokens: readonly Token[]): string | null {
  const words = tokens.map(({ form, start, end, pause }) => ({ form, pause, raw: text.slice(start, end) }))
  const isCased = namesAreCapitals(words)
  for (let index = 0; index < words.length; index += 1) {
    const introduction = INTRODUCTIONS.find((candidate) => isSaidAt(words, index, candidate))
    if (introduction === undefined) continue
    const name = nameAt(text, tokens, words, index + introduction.words.length, introduction, isCased)
    if (name !== null) return name
  }
  return null
}

/** Whether the recognition writes names with capitals, as far as this text shows: it has one that begins no sentence. */
function namesAreCapitals(words: readonly Word[]): boolean {
  return words.some(
    ({ raw }, index) => index > 0 && words[index - 1]?.pause !== 'stop' && /^\p{Lu}\p{Ll}/u.test(raw),
  )
}

function isSaidAt(words: readonly Word[], index: number, introduction: Introduction): boolean {
  if (!introduction.words.every((form, offset) => words[index + offset]?.form === form)) return false
  const end = words[index + introduction.words.length - 1]
  if (end?.pause === 'stop') return false
  const previous = words[index - 1]
  if (previous === undefined || previous.pause === 'stop') return true
  if (introduction.after === 'greeting') return GREETINGS.has(previous.form) || previous.pause === 'comma'
  return !introduction.notAfter.has(previous.form)
}

function nameAt(
  text: string,
  tokens: readonly Token[],
  words: readonly Word[],
  from: number,
  { sure, oneWord }: Introduction,
  isCased: boolean,
): string | null {
  let index = from
  while (FILLER_WORDS.has(words[index]?.form ?? '')) index += 1
  const found = namedFrom(text, tokens, words, index, isCased)
  if (found === null) return null
  // Without capitals an adjective looks like a name: "soy diabético", "this is ridiculous".
  const isSafe = isCased || sure || found.words.length > 1 || (oneWord && CLOSING_WORDS.has(found.next))
  return isSafe ? found.words.join(' ') : null
}

function namedFrom(
  text: string,
  tokens: readonly Token[],
  words: readonly Word[],
  from: number,
  isCased: boolean,
): Found | null {
  const named: string[] = []
  let names = 0
  let index = from
  if (/^(?:la|el)$/.test(words[index]?.form ?? '') && TITLES.has(words[index + 1]?.form ?? '')) index += 1
  const title = TITLES.get(words[index]?.form ?? '')
  if (title !== undefined) {
    named.push(title)
    index += 1
  }
  for (; named.length < MOST_WORDS; index += 1) {
    const word = words[index]
    if (word === undefined) break
    const links = isCased && names > 0 ? linksAt(words, index) : []
    const name = links.length > 0 ? words[index + links.length] : word
    if (name === undefined || !isName(words, index + links.length, isCased)) break
    if (named.length + links.length + 1 > MOST_WORDS) break
    const isHyphenated = names > 0 && text.slice(tokens[index - 1]?.end, tokens[index]?.start) === '-'
    if (isHyphenated) named.push(`${named.pop() ?? ''}-${titleCase(name.raw)}`)
    else named.push(...links, name.form.length === 1 ? `${name.raw.toUpperCase()}.` : titleCase(name.raw))
    names += 1
    index += links.length
    const isInitial = name.form.length === 1
    if (name.pause !== 'none' && !isInitial) {
      index += 1
      break
    }
  }
  const next = words[index]?.form ?? ''
  // "this is Cedar Grove Clinic", "this is Maria's mother": somebody else's name.
  const isOther =
    words[index - 1]?.pause === 'none' && (NOT_THE_CALLER.has(next) || isPossessive(words[index]))
  return names === 0 || isOther ? null : { words: named, next }
}

/** "de la" in "Ana de la Cruz", when a name follows; a lone "de" may also say where somebody is from. */
function linksAt(words: readonly Word[], index: number): string[] {
  const here = words[index]
  const two = `${here?.form ?? ''} ${words[index + 1]?.form ?? ''}`
  if (here?.pause !== 'none') return []
  if (CONNECTING_WORDS.has(two) && words[index + 1]?.pause === 'none') return two.split(' ')
  return CONNECTING_WORDS.has(here.form) ? [here.form] : []
}

function isName(words: readonly Word[], index: number, isCased: boolean): boolean {
  const word = words[index]
  if (word === undefined || !/^[\p{L}\p{M}'’ʼ]+$/u.test(word.raw)) return false
  if (NOT_A_NAME.has(word.form) || NOT_THE_CALLER.has(word.form) || isPossessive(word)) return false
  if (isCased && !/^\p{Lu}/u.test(word.raw)) return false
  if (!isCased && /.{3}ing$/.test(word.form)) return false
  // One letter is an initial before a whole name; several, or one at the end, spell the name out.
  return word.form.length > 1 || (index > 0 && isWholeName(words, index + 1, isCased))
}

function isWholeName(words: readonly Word[], index: number, isCased: boolean): boolean {
  return (words[index]?.form.length ?? 0) > 1 && isName(words, index, isCased)
}

function isPossessive(word: Word | undefined): boolean {
  return /['’ʼ]s?$/i.test(word?.raw ?? '') || /['’ʼ]s$/i.test(word?.raw ?? '')
}

/** "MARIA" → "Maria", "o'brien" → "O'Brien"; a spelling such as "McDonald" stays. */
function titleCase(raw: string): string {
  if (/^\p{Lu}.*\p{Ll}/u.test(raw)) return raw
  return raw
    .toLowerCase()
    .replace(/(^|['’ʼ-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}
