import { BUSINESS_WORDS } from './administrative.ts'
import { positions, type Meaning, type Mention } from './mention.ts'
import { isName } from './names.ts'
import type { Reach } from './negation.ts'
import type { PhraseHit } from './phrase-book.ts'
import type { DiscountedSpan } from './reading.ts'
import type { Token } from './tokens.ts'

/** A mention that does not count, and why. */
type Discount = { readonly mention: Mention; readonly why: DiscountedSpan['why'] }

/** A mention may begin with one of these although an administrative phrase does not. */
const LEADING = new Set(
  'a an the my his her their our your one am is are was be i el la los las mi mis su sus un una'.split(' '),
)

/** Words that tie a complaint to its part of the body. */
const LINKS = new Set(
  `in on at of to my the his her their a an any around near with from under behind really even
  doesnt dont isnt arent didnt wasnt werent hasnt havent not no never en de del la el los las mi su al por se me le ni`.split(
    /\s+/,
  ),
)

/**
 * Parts the mentions into those that count and those that do not: names, office and everyday uses, plain denials.
 * @param hits everything that the built-in book found, for the administrative phrases among it.
 */
export function weigh(
  mentions: readonly Mention[],
  hits: readonly PhraseHit<Meaning>[],
  tokens: readonly Token[],
  reach: Reach,
): { standing: readonly Mention[]; discounted: readonly Discount[] } {
  const offices = readOffices(tokens, hits)
  const counted: Mention[] = []
  const discounted: Discount[] = []
  for (const mention of mentions) {
    const why = isNamed(mention, tokens)
      ? 'administrative'
      : reasonToDiscount(mention, tokens, reach, offices)
    if (why === null) counted.push(mention)
    else discounted.push({ mention, why })
  }
  const whole = withoutDeniedParts(counted, discounted, tokens, reach)
  return { standing: withoutBusiness(whole, discounted, tokens), discounted }
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

/** "My back" in "my back yard" lies inside "back yard": a word such as "my" ahead of it says nothing. */
function isInOffice({ from, to }: Mention, tokens: readonly Token[], offices: readonly number[]): boolean {
  let first = from
  while (first < to && LEADING.has(tokens[first]?.form ?? '')) first += 1
  return (offices[from] ?? -1) >= to || (offices[first] ?? -1) >= to
}

function reasonToDiscount(
  mention: Mention,
  tokens: readonly Token[],
  { denied, offTopic }: Reach,
  offices: readonly number[],
): DiscountedSpan['why'] | null {
  const { value, from, to } = mention
  if (isInOffice(mention, tokens, offices)) return 'administrative'
  // "No appetite" is a complaint that carries its own "no"; "my chest doesn't hurt" is one with a "no" in its gap.
  const carriesItsNo = (negation: number): boolean =>
    negation === from || (negation > from && !mention.gapped)
  const negations = [denied.get(from), denied.get(to)].filter((negation) => negation !== undefined)
  if ((value.weak || !value.firm) && negations.some((negation) => !carriesItsNo(negation))) return 'negated'
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
  tokens: readonly Token[],
  { denied, onVerb }: Reach,
): Mention[] {
  const takenBack = ({ mention: { from, to } }: Discount): boolean =>
    (denied.has(from) || onVerb.has(denied.get(to) ?? -1)) && isOneThought(tokens, from, to)
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

/** "Pain in my chest" is one; "no rash but my throat" and "no rash. My throat" are two. */
function isOneThought(tokens: readonly Token[], from: number, to: number): boolean {
  const inner = tokens.slice(from, to)
  return inner.every(({ form, pause }, index) => pause !== 'stop' && (index === 0 || LINKS.has(form)))
}

/** "Urgent" alone is clinical because nobody knows what it is about, unless the caller says: "a refund, it's urgent". */
function withoutBusiness(
  standing: readonly Mention[],
  discounted: Discount[],
  tokens: readonly Token[],
): readonly Mention[] {
  const isAboutHealth = standing.some(({ value }) => value.urgent || value.category !== 'urgent-language')
  if (standing.length === 0 || isAboutHealth || !tokens.some(({ form }) => BUSINESS_WORDS.has(form)))
    return standing
  discounted.push(...standing.map((mention) => ({ mention, why: 'administrative' }) as const))
  return []
}

function isNamed({ value, from, to }: Mention, tokens: readonly Token[]): boolean {
  return !value.urgent && from === to && isName(tokens, from)
}
