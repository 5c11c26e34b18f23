import type { PhraseHit } from './phrase-book.ts'
import type { Token } from './tokens.ts'

/**
 * How far a "no" reaches. It reaches only over words named here, straight to a complaint, and over a closed list of
 * complaints ("no fever, cough or chills"). Any other word in between ends it, because doubt must count:
 * "I don't know why my chest hurts" holds a chest that hurts.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ''))

const NEGATIONS = words(`
  no not dont doesnt didnt isnt arent wasnt werent havent hasnt hadnt aint never without denies denied deny denying
  nobody none neither nor nothing
  sin nunca jamas tampoco ni nadie niega niego ningun ninguna`)

/** After another negation these turn it round: "not without pain" has pain. */
const REVERSING = words('without denies denied deny denying sin niega niego')

/** Ahead of a negation these leave it open: "I can't say I don't have chest pain". */
const DOUBTING = words('cant cannot couldnt wouldnt wonder unless')
const DOUBT_REACHES = 4

/** These deny what stands right before them: "my chest doesn't hurt". */
const ON_VERBS = words('doesnt dont isnt arent didnt wasnt werent hasnt havent')

/** At the head of a sentence these ask: "Isn't chest pain an emergency?" */
const ASKING = words('isnt arent wasnt werent')

/** Words a negation passes on its way to the complaint. */
const BETWEEN = words(`
  a an any the of in to have has had having got get getting been be being feel feeling felt is are was were am
  experience experienced experiencing run running sign signs symptom symptoms kind sort type sorts kinds history longer
  more ever known really actually one currently
  se un una unos unas el la los las de del ningun ninguna nada ya mas me le les nos te ha han he hemos haya hay hubo habia
  tengo tiene tienen tenemos tuve tuvo tenia tener tenido con siento siente sentido da dio dan esta estoy estan estaba
  es son era fue ser sido presenta presento sufro sufre ahora por ahorita signos sintomas senales tipo historial`)
const MOST_BETWEEN = 7

/** No list of complaints under one "no" is longer in words; without an end, a text of nothing else would be read over and over. */
const LONGEST_LIST = 60

/** Close a list of complaints, or carry a negation on to the next one. */
const OR = words('or nor neither ni o u tampoco')

/** "Not calling about", "it's not about": these say what the message is not for, so every kind of mention falls. */
const TOPIC_PHRASES: readonly (readonly string[])[] = [
  ['not', 'calling', 'about'],
  ['not', 'calling', 'for'],
  ['not', 'calling', 'regarding'],
  ['not', 'about'],
  ['not', 'regarding'],
  ['isnt', 'about'],
  ['nothing', 'to', 'do', 'with'],
  ['no', 'llamo', 'por'],
  ['no', 'llamo', 'para'],
  ['no', 'es', 'por'],
  ['no', 'es', 'sobre'],
  ['no', 'se', 'trata', 'de'],
]
const TOPIC_STARTS = new Set(TOPIC_PHRASES.map(([first]) => first))
const TOPIC_ARTICLES = words('a an any the my his her un una el la los las mi mis')

export type Reach = {
  /** Words under a negation, by position, with the position of that negation. */
  readonly denied: ReadonlyMap<number, number>
  /** The negations among them that belong to the verb of the word before. */
  readonly onVerb: ReadonlySet<number>
  /** Words that the message says it is not about. */
  readonly offTopic: ReadonlySet<number>
}

/**
 * Marks the words under a negation. `complaints` are the hits a negation can take back. Those with words of any kind
 * inside do not carry it, and those that only happen to have none carry it no further than a closer one does:
 * "no fever, the baby is hot" must not reach the baby.
 */
export function readNegations(tokens: readonly Token[], complaints: Iterable<PhraseHit<unknown>>): Reach {
  const endOfComplaint = readEnds(complaints)
  const denied = new Map<number, number>()
  const onVerb = new Set<number>()
  const offTopic = new Set<number>()
  for (let at = 0; at < tokens.length; at += 1) {
    markTopic(tokens, at, offTopic)
    if (!negates(tokens, at)) continue
    const first = findComplaint(tokens, at + 1, endOfComplaint)
    if (first === null) continue
    if (ON_VERBS.has(tokens[at]?.form ?? '') && tokens[at - 1]?.pause === 'none') onVerb.add(at)
    const last = endOfList(tokens, endOfComplaint.get(first) ?? first, endOfComplaint)
    for (let word = first; word <= last; word += 1) denied.set(word, at)
  }
  return { denied, onVerb, offTopic }
}

/** For each word where a complaint begins, the last word that belongs to it for certain. */
function readEnds(complaints: Iterable<PhraseHit<unknown>>): ReadonlyMap<number, number> {
  const strict = new Map<number, number>()
  const loosest = new Map<number, number>()
  for (const { from, to, gapped, loose } of complaints) {
    if (gapped) continue
    if (loose) loosest.set(from, Math.min(to, loosest.get(from) ?? to))
    else strict.set(from, Math.max(to, strict.get(from) ?? to))
  }
  return new Map([...loosest, ...strict])
}

function negates(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  const next = tokens[at + 1]?.form
  const isNegation =
    NEGATIONS.has(token.form) ||
    (token.form === 'free' && next === 'of') ||
    (token.form === 'do' && next === 'not')
  if (!isNegation || token.pause !== 'none') return false
  const before = tokens[at - 1]
  const opensSentence = before === undefined || before.pause === 'stop'
  if (ASKING.has(token.form) && opensSentence) return false
  const beforeThat = tokens[at - 2]
  const reversed =
    REVERSING.has(token.form) &&
    [before, beforeThat].some((word) => word !== undefined && NEGATIONS.has(word.form))
  return !reversed && !isDoubted(tokens, at)
}

function isDoubted(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 2]?.form === 'es' && tokens[at - 1]?.form === 'que') return true
  for (let before = at - 1; before >= Math.max(0, at - DOUBT_REACHES); before -= 1) {
    const token = tokens[before]
    if (token === undefined || token.pause === 'stop') return false
    if (DOUBTING.has(token.form)) return true
  }
  return false
}

function findComplaint(
  tokens: readonly Token[],
  start: number,
  ends: ReadonlyMap<number, number>,
): number | null {
  for (let at = start; at <= start + MOST_BETWEEN && at < tokens.length; at += 1) {
    if (ends.has(at)) return at
    const token = tokens[at]
    if (token?.pause !== 'none') return null
    if (REVERSING.has(token.form) || (!BETWEEN.has(token.form) && !NEGATIONS.has(token.form))) return null
  }
  return null
}

/** The last word of the list that begins with the complaint ending at `end`; `end` itself when no "or" closes a list. */
function endOfList(tokens: readonly Token[], end: number, ends: ReadonlyMap<number, number>): number {
  let closed = end
  let reached = end
  while (
    reached - end <= LONGEST_LIST &&
    tokens[reached] !== undefined &&
    tokens[reached]?.pause !== 'stop'
  ) {
    const next = tokens[reached + 1]
    if (next === undefined) break
    const isClosing = OR.has(next.form)
    const item = isClosing
      ? findComplaint(tokens, reached + 2, ends)
      : ends.has(reached + 1)
        ? reached + 1
        : null
    if (item === null) break
    reached = ends.get(item) ?? item
    if (isClosing) closed = reached
  }
  return closed
}

function markTopic(tokens: readonly Token[], at: number, offTopic: Set<number>): void {
  if (!TOPIC_STARTS.has(tokens[at]?.form ?? '')) return
  const phrase = TOPIC_PHRASES.find((forms) =>
    forms.every((form, index) => tokens[at + index]?.form === form),
  )
  if (phrase === undefined) return
  let word = at + phrase.length
  while (TOPIC_ARTICLES.has(tokens[word]?.form ?? '')) word += 1
  // The named thing is one or two words long; more would reach into the next matter.
  offTopic.add(word)
  const named = tokens[word]
  if (named?.pause === 'none') offTopic.add(word + 1)
}
