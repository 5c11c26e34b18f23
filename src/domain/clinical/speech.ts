import type { Token } from './tokens.ts'

/**
 * What fills a pause: sounds, as people make them and recognizers write them, and the first words of pairs with the second. "Er" is a
 * sound unless a place is named: "to the ER".
 */
const FILLERS: ReadonlyMap<string, string> = new Map([
  ...'um umm ummm uh uhh uhm uhmm erm ehm hmm hm mm mmm mmhmm ah eh er em emm ehh aja'
    .split(' ')
    .map((sound) => [sound, ''] as const),
  ['you', 'know'],
  ['i', 'mean'],
  ['sort', 'of'],
  ['kind', 'of'],
  ['o', 'sea'],
])
const LONGEST_FILLER = 5
const AHEAD_OF_A_PLACE = new Set(['the', 'to', 'an', 'in', 'at', 'from'])
const FIGURE = /^\d/

/**
 * The words without what carries no meaning when people speak: hesitation, and a word said twice ("I've, I've got um a pain").
 * Places in the text stay as they were.
 */
export function withoutHesitation(tokens: readonly Token[]): readonly Token[] {
  const first = tokens.findIndex((_, at) => wordsToDrop(tokens, at) > 0)
  if (first === -1) return tokens
  const kept = tokens.slice(0, first)
  for (let at = first; at < tokens.length; at += 1) {
    const token = tokens[at]
    const dropped = wordsToDrop(tokens, at)
    if (token !== undefined && dropped === 0) kept.push(token)
    if (dropped === 0) continue
    at += dropped - 1
    keepPause(kept, tokens[at]?.pause ?? 'none')
  }
  return kept
}

/** How many words from here on carry no meaning: none, a sound or the first of two equal words, or a pair. */
function wordsToDrop(tokens: readonly Token[], at: number): number {
  const form = tokens[at]?.form ?? ''
  const next = tokens[at + 1]?.form
  if (form === next && !FIGURE.test(form)) return 1
  if (form.length > LONGEST_FILLER) return 0
  const second = FILLERS.get(form)
  if (second === undefined) return 0
  if (second !== '') return next === second ? 2 : 0
  return form === 'er' && AHEAD_OF_A_PLACE.has(tokens[at - 1]?.form ?? '') ? 0 : 1
}

/** What a dropped word ended stays ended: "no, um, chest pain" denies nothing. */
function keepPause(kept: Token[], pause: Token['pause']): void {
  const last = kept.at(-1)
  if (last?.pause === 'none' && pause !== 'none') kept[kept.length - 1] = { ...last, pause }
}
