import { DRUG_NAMES } from './drug-names.ts'
import { LEXICON_EN } from './lexicon-en.ts'
import { LEXICON_ES } from './lexicon-es.ts'
import { readNegations, type Reach } from './negation.ts'
import { createPhraseBook, findPhrases, type PhraseBook, type PhraseHit } from './phrase-book.ts'
import type { Category, ClinicalReading, ClinicalSpan, DiscountedSpan, PracticeWords } from './reading.ts'
import { readTokens, type Token } from './tokens.ts'

export type * from './reading.ts'

/** What a term of the book stands for. */
type Meaning =
  | { kind: 'administrative' }
  | { kind: 'clinical'; rule: string; category: Category; urgent: boolean; weak: boolean }

type Mention = PhraseHit<Meaning & { kind: 'clinical' }>

const ADMINISTRATIVE: Meaning = { kind: 'administrative' }
const LEXICONS = [LEXICON_EN, LEXICON_ES]
const VERSION = LEXICONS.map(({ version }) => version).join(' ')

const BUILT_IN = createPhraseBook<Meaning>(
  [
    ...LEXICONS.flatMap(({ rules }) =>
      rules.map(({ rule, category, urgent, weak, terms }) => ({
        terms,
        value: meaning(rule, category, urgent === true, weak === true),
      })),
    ),
    { terms: DRUG_NAMES, value: meaning('drug-names', 'medication', false) },
    ...LEXICONS.map(({ administrative }) => ({ terms: administrative, value: ADMINISTRATIVE })),
  ],
  Object.assign({}, ...LEXICONS.map(({ classes }) => classes)) as Record<string, string>,
  new Set(LEXICONS.flatMap(({ realWords }) => realWords.split(/\s+/))),
)

/** Kinds of mention that "no" does not take back: "I have no insulin" and "no results yet" need a nurse. */
const UNDENIABLE: ReadonlySet<Category> = new Set(['medication', 'test-result', 'treatment'])

/**
 * Reads a voicemail transcript, a text or a note for words that belong to licensed staff. English and Spanish are read
 * at once. It never judges health: it says which words are there, and where in doubt they count. Third person, past,
 * wish and question count; a plain denial ("no fever") and an everyday use ("back office") do not, and are listed as
 * discounted so that a person can check.
 *
 * Time and memory grow in step with the length of the text. An empty text reads as `none`: whether a voicemail without
 * a transcript still needs a listener is not for this function to say.
 *
 * @param words what the practice adds and removes; emergencies stay whatever it removes.
 */
export function readClinical(text: string, words?: PracticeWords): ClinicalReading {
  const tokens = readTokens(text)
  const { hits } = findPhrases(BUILT_IN, tokens)
  const remove = new Set(words?.remove.flatMap((word) => [word, plainWords(word)]))
  const mentions = hits.filter(isClinical).filter((hit) => !isRemoved(hit, tokens, remove))
  if (words !== undefined && words.add.length > 0) {
    mentions.push(...findPhrases(practiceBook(words), tokens).hits.filter(isClinical))
  }
  const reach = readNegations(tokens, mentions.filter(isDeniable))
  const offices = readOffices(tokens, hits)

  const counted: Mention[] = []
  const discounted: Discount[] = []
  for (const mention of mentions) {
    const why = reasonToDiscount(mention, reach, offices)
    if (why === null) counted.push(mention)
    else discounted.push({ mention, why })
  }
  const standing = withoutDeniedParts(counted, discounted, reach)
  const spans = raiseUrgentWords(outermost(standing).map((mention) => spanOf(mention, tokens)))
  const reasons = new Map(discounted.map(({ mention, why }) => [mention, why]))
  return {
    class: spans.some(({ urgent }) => urgent) ? 'urgent' : spans.length > 0 ? 'clinical' : 'none',
    spans,
    discounted: outermost(reasons.keys()).map((mention) => ({
      ...spanOf(mention, tokens),
      why: reasons.get(mention) ?? 'negated',
    })),
    lexicon: words === undefined ? VERSION : `${VERSION} +practice`,
  }
}

type Discount = { readonly mention: Mention; readonly why: DiscountedSpan['why'] }

function meaning(rule: string, category: Category, urgent: boolean, weak = false): Mention['value'] {
  return { kind: 'clinical', rule, category, urgent, weak }
}

function isClinical(hit: PhraseHit<Meaning>): hit is Mention {
  return hit.value.kind === 'clinical'
}

/** Whether a plain "no" can take the mention back, and carry on to the next one in a list. */
function isDeniable({ value }: Mention): boolean {
  return !value.weak && (value.urgent || !UNDENIABLE.has(value.category))
}

function isRemoved(mention: Mention, tokens: readonly Token[], remove: ReadonlySet<string>): boolean {
  if (remove.size === 0 || mention.value.urgent) return false
  if (remove.has(mention.value.rule)) return true
  const said = tokens.slice(mention.from, mention.to + 1).map(({ form }) => form)
  return remove.has(said.join(' '))
}

function practiceBook({ add }: PracticeWords): PhraseBook<Meaning> {
  const groups = add.map(({ term, category, urgent }) => ({
    terms: plainWords(term),
    value: meaning('practice', category, urgent === true),
  }))
  return createPhraseBook<Meaning>(groups, {}, new Set())
}

/** A practice writes plain words, without the notation of the lexicon. */
function plainWords(term: string): string {
  return readTokens(term)
    .map(({ form }) => form)
    .join(' ')
}

/** For each word, how far an administrative phrase that begins there or before reaches; -1 for none. */
function readOffices(tokens: readonly Token[], hits: readonly PhraseHit<Meaning>[]): readonly number[] {
  const reach = new Array<number>(tokens.length).fill(-1)
  for (const { value, from, to } of hits) {
    if (value.kind !== 'administrative') continue
    const inOneSentence = tokens.slice(from, to).every(({ pause }) => pause !== 'stop')
    if (inOneSentence) reach[from] = Math.max(reach[from] ?? -1, to)
  }
  let furthest = -1
  return reach.map((end) => (furthest = Math.max(furthest, end)))
}

function reasonToDiscount(
  mention: Mention,
  { denied, offTopic }: Reach,
  offices: readonly number[],
): DiscountedSpan['why'] | null {
  const { value, from, to } = mention
  if ((offices[from] ?? -1) >= to) return 'administrative'
  // "No appetite" is a complaint that carries its own "no"; "my chest doesn't hurt" is one with a "no" in its gap.
  const carriesItsNo = (negation: number): boolean =>
    negation === from || (negation > from && !mention.gapped)
  const negations = [denied.get(from), denied.get(to)].filter((negation) => negation !== undefined)
  const deniable = value.weak || value.urgent || !UNDENIABLE.has(value.category)
  if (deniable && negations.some((negation) => !carriesItsNo(negation))) return 'negated'
  if (!value.urgent && offTopic.has(from)) return 'negated'
  return null
}

/**
 * "I have no pain in my chest", "my chest doesn't hurt": where the complaint falls, the bare mention of the part falls
 * with it. Not so in "something on my arm, no bleeding", where the denial stands after the part and is about another thing.
 */
function withoutDeniedParts(
  counted: readonly Mention[],
  discounted: Discount[],
  { denied, onVerb }: Reach,
): Mention[] {
  const takenBack = ({ mention: { from, to } }: Discount): boolean =>
    denied.has(from) || onVerb.has(denied.get(to) ?? -1)
  const fallen = new Set(discounted.filter(takenBack).flatMap(({ mention }) => positions(mention)))
  if (fallen.size === 0) return [...counted]
  const complained = new Set(counted.filter(({ value }) => !value.weak).flatMap(positions))
  return counted.filter((mention) => {
    const places = positions(mention)
    const falls =
      mention.value.weak &&
      places.some((place) => fallen.has(place)) &&
      !places.some((place) => complained.has(place))
    if (falls) discounted.push({ mention, why: 'negated' })
    return !falls
  })
}

function positions({ from, to }: Mention): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** In order of place, without those that lie inside another of the same weight or more. */
function outermost(mentions: Iterable<Mention>): Mention[] {
  const ordered = [...mentions].sort(
    (a, b) => a.from - b.from || b.to - a.to || Number(b.value.urgent) - Number(a.value.urgent),
  )
  let end = -1
  let urgentEnd = -1
  return ordered.filter(({ value, to }) => {
    if (to <= (value.urgent ? urgentEnd : end)) return false
    end = Math.max(end, to)
    if (value.urgent) urgentEnd = Math.max(urgentEnd, to)
    return true
  })
}

/** "Urgent" alone may be about a bill; beside a clinical mention it counts as the emergency it is said to be. */
function raiseUrgentWords(spans: ClinicalSpan[]): ClinicalSpan[] {
  if (spans.every(({ category }) => category === 'urgent-language')) return spans
  return spans.map((span) => (span.category === 'urgent-language' ? { ...span, urgent: true } : span))
}

function spanOf({ value, from, to }: Mention, tokens: readonly Token[]): ClinicalSpan {
  return {
    start: tokens[from]?.start ?? 0,
    end: tokens[to]?.end ?? 0,
    category: value.category,
    rule: value.rule,
    urgent: value.urgent,
  }
}
