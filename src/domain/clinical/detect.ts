import { weigh } from './discount.ts'
import { DRUG_NAMES } from './drug-names.ts'
import { LEXICON_EN } from './lexicon-en.ts'
import { LEXICON_ES } from './lexicon-es.ts'
import { readMeasurements, type Measurement } from './measurements.ts'
import {
  ADMINISTRATIVE,
  isClinical,
  isDeniable,
  meaning,
  positions,
  TROUBLE,
  type Meaning,
  type Mention,
} from './mention.ts'
import { readNegations } from './negation.ts'
import { createPhraseBook, findPhrases, type PhraseHit } from './phrase-book.ts'
import { isRemoved, practiceOf, PRACTICE_RULE } from './practice.ts'
import { SECOND_NET_RULE, type ClinicalReading, type ClinicalSpan, type PracticeWords } from './reading.ts'
import { SECOND_NET } from './second-net-weights.ts'
import { secondReading } from './second-net.ts'
import { spanishSound } from './spelling.ts'
import { withoutHesitation } from './speech.ts'
import { readTokens, type Token } from './tokens.ts'

export type * from './reading.ts'

const LEXICONS = [LEXICON_EN, LEXICON_ES]
const VERSION = [...LEXICONS.map(({ version }) => version), SECOND_NET.version].join(' ')

const BUILT_IN = createPhraseBook<Meaning>(
  [
    ...LEXICONS.flatMap(({ rules }) =>
      rules.map((listed) => ({ terms: listed.terms, value: meaning(listed) })),
    ),
    { terms: DRUG_NAMES, value: meaning({ rule: 'drug-names', category: 'medication' }) },
    ...LEXICONS.map(({ administrative }) => ({ terms: administrative, value: ADMINISTRATIVE })),
    { terms: '@bad, @queja', value: TROUBLE },
  ],
  Object.assign({}, ...LEXICONS.map(({ classes }) => classes)) as Record<string, string>,
  new Set(LEXICONS.flatMap(({ realWords }) => realWords.split(/\s+/))),
  { sound: spanishSound },
)

/**
 * Reads a voicemail transcript, a text or a note for words that belong to licensed staff. English and Spanish are read
 * at once. It never judges health: it says which words are there, and where in doubt they count. Third person, past,
 * wish and question count; a plain denial ("no fever") and an everyday use ("back office") do not, and are listed as
 * discounted so that a person can check.
 *
 * Time and memory grow in step with the length of the text. An empty text reads as `none`: whether a voicemail without
 * a transcript still needs a listener is not for this function to say.
 *
 * Where no rule speaks, the second net is asked, which can only raise: see `second-net.ts`.
 *
 * @param words what the practice adds and removes; emergencies stay whatever it removes. Left out for words that the practice
 * wrote itself, such as its approved texts: there the rules speak alone.
 */
export function readClinical(text: string, words?: PracticeWords): ClinicalReading {
  const tokens = withoutHesitation(readTokens(text))
  const { hits } = findPhrases(BUILT_IN, tokens)
  const practice = practiceOf(words)
  const found = hits.filter(isClinical)
  const added = practice.book === null ? [] : findPhrases(practice.book, tokens).hits.filter(isClinical)
  const isOut = (mention: Mention): boolean => isRemoved(practice, mention, tokens)
  const mentions = [
    ...(practice.removed.size === 0 ? found : found.filter((mention) => !isOut(mention))),
    ...added,
    ...readMeasurements(text, tokens).map(asMention),
  ]
  const { standing, discounted } = mentions.length === 0 ? NOTHING : weighed(mentions, hits, tokens)
  const spans = raiseUrgentWords(outermost(standing).map((mention) => spanOf(mention, tokens)))
  const asksNet = spans.length === 0 && words !== undefined && !practice.removed.has(SECOND_NET_RULE)
  const silent = [...discounted.map(({ mention }) => mention), ...(asksNet ? found.filter(isOut) : [])]
  const reasons = new Map(discounted.map(({ mention, why }) => [mention, why]))
  const counted = asksNet ? netSpans(tokens, new Set(silent.flatMap(positions))) : spans
  return {
    class: counted.some(({ urgent }) => urgent) ? 'urgent' : counted.length > 0 ? 'clinical' : 'none',
    spans: counted,
    discounted: outermost(reasons.keys()).map((mention) => ({
      ...spanOf(mention, tokens),
      why: reasons.get(mention) ?? 'negated',
    })),
    lexicon: words === undefined ? VERSION : `${VERSION} +practice`,
  }
}

const NOTHING: ReturnType<typeof weigh> = { standing: [], discounted: [] }

function weighed(
  mentions: readonly Mention[],
  hits: readonly PhraseHit<Meaning>[],
  tokens: readonly Token[],
): ReturnType<typeof weigh> {
  const troubles = hits.filter(({ value }) => value.kind === 'trouble')
  const reach = readNegations(tokens, [...mentions.filter(isDeniable), ...troubles])
  return weigh(mentions, hits, tokens, reach)
}

/** Where no rule spoke: the words that sound like those of people who speak of their health. */
function netSpans(tokens: readonly Token[], silent: ReadonlySet<number>): ClinicalSpan[] {
  return secondReading(tokens, (at) => silent.has(at)).map(({ from, to }) => ({
    start: tokens[from]?.start ?? 0,
    end: tokens[to]?.end ?? 0,
    category: SECOND_NET_RULE,
    rule: SECOND_NET_RULE,
    urgent: false,
  }))
}

/** A reading stands whatever is denied beside it: "no fever, 38.9". */
function asMention({ from, to, rule, urgent }: Measurement): Mention {
  const value: Mention['value'] = {
    kind: 'clinical',
    rule,
    category: 'test-result',
    urgent,
    weak: false,
    firm: true,
  }
  return { value, from, to, gapped: false, loose: false }
}

/** In order of place, without those that lie inside another of the same weight or more; the practice's own word before a built-in one. */
function outermost(mentions: Iterable<Mention>): Mention[] {
  const ordered = [...mentions].sort(
    (a, b) =>
      a.from - b.from ||
      b.to - a.to ||
      Number(b.value.urgent) - Number(a.value.urgent) ||
      Number(b.value.rule === PRACTICE_RULE) - Number(a.value.rule === PRACTICE_RULE),
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
