import { SegmentedMessage } from 'sms-segments-calculator'
import { readClinical } from '../clinical/detect.ts'
import { PAGE_LANGUAGES, type Language } from '../follow-up/words.ts'
import { linksIn } from './links.ts'
import { SPECIALTY } from './specialties.ts'

/**
 * The generic-content lint: what a text may not hold, whoever wrote it. A text names the practice, the number to call and how to
 * opt out, and nothing from which a reason for care could be guessed (45 CFR 164.502(b), CTIA Messaging Principles).
 */
export type LintFinding = {
  readonly rule: LintRule
  /** where it begins in the text; 0 when something is missing */
  readonly at: number
  readonly found: string
  readonly fix: string
}

export type LintRule =
  | 'second-segment'
  | 'too-long'
  | 'no-practice-name'
  | 'no-phone'
  | 'no-opt-out'
  | 'unknown-field'
  | 'link'
  | 'person'
  | 'specialty'
  | 'clinical-word'

/** What the finished text must name, and how long it may be. `phone` as it is printed. */
export type LintNeeds = {
  readonly practiceName: string
  readonly phone: string
  readonly maxChars: number
  /** links to this domain of the practice may stand in the text; left out or null: none may */
  readonly linkDomain?: string | null
}

const OPT_OUT = /\b(?:reply|text|send|responda|responde|envíe|envie|conteste)\s+STOP\b/i
const OPT_OUT_ELSEWHERE = /(?<!\p{L})STOP(?!\p{L})/u

/** Patterns of what must not stand in a text, each with what to write instead. */
const FORBIDDEN: readonly {
  readonly rule: LintRule
  readonly pattern: RegExp
  readonly fix: string
}[] = [
  {
    rule: 'unknown-field',
    pattern: /\{[^{}]*\}?|\}/gu,
    fix: 'Only {practice} and {phone} can be filled in; write the rest out in generic words.',
  },
  {
    rule: 'person',
    pattern:
      /(?<![\p{L}])(?:dra?|doctora?|mrs?|ms|sra?|srta|señora?|señorita|doña|lic|prof|nurse|enfermer[oa]|md|m\.d|rn|np|lpn|phd|psyd|dds|lcsw)(?![\p{L}])\.?(?:\s+\p{Lu}[\p{L}'-]*)?/giu,
    fix: 'Name no person: a provider can give away the reason. Name the practice.',
  },
  {
    // A greeting and a capital letter: the name of whom it is for. The capital counts, so nothing here is case-blind.
    rule: 'person',
    pattern:
      /(?<!\p{L})(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|[Hh]ola|[Ee]stimad[oa])(?:,\s+|\s+)(?!\{)(?!(?:This|We|You|Your|It|Our|Please|From|Le|Su|Somos|Patient)(?!\p{L}))\p{Lu}[\p{L}'’-]+/gu,
    fix: 'Greet nobody by name: the phone may be in other hands.',
  },
  {
    rule: 'specialty',
    pattern: SPECIALTY,
    fix: 'Leave the specialty out: it tells others why somebody is a patient.',
  },
]

/**
 * Everything that is wrong with a finished text; empty when it may be sent as far as its words go. Clinical words are known in English
 * and Spanish only: in another language they would be found where nothing clinical stands (French "pain" is bread). There any sentence
 * with the word STOP says how to opt out.
 */
export function lintWording(text: string, needs: LintNeeds, language: Language = 'en'): LintFinding[] {
  const read = PAGE_LANGUAGES.some((known) => known === language)
  return [
    ...lengthFindings(text, needs),
    ...missing(text, needs, read ? OPT_OUT : OPT_OUT_ELSEWHERE),
    ...forbidden(text),
    ...links(text, needs.linkDomain ?? null),
    ...(read ? clinical(text) : []),
  ]
}

function lengthFindings(text: string, needs: LintNeeds): LintFinding[] {
  const findings: LintFinding[] = []
  const sms = new SegmentedMessage(text)
  if (sms.segmentsCount > 1) {
    const odd = [...new Set(sms.getNonGsmCharacters())]
    const first = odd[0]
    findings.push({
      rule: 'second-segment',
      at: first === undefined ? 0 : text.indexOf(first),
      found: `${sms.segmentsCount} segments${odd.length > 0 ? ` because of ${odd.join(' ')}` : ''}`,
      fix:
        odd.length > 0
          ? `Write it without ${odd.join(' ')}: such a letter leaves room for 70 characters only.`
          : 'Shorten it to one segment.',
    })
  }
  if (text.length > needs.maxChars) {
    findings.push({
      rule: 'too-long',
      at: needs.maxChars,
      found: `${text.length} characters`,
      fix: `Shorten it to ${needs.maxChars} characters, the practice's name and number included.`,
    })
  }
  return findings
}

function missing(text: string, needs: LintNeeds, optOut: RegExp): LintFinding[] {
  const absent = (rule: LintRule, fix: string): LintFinding => ({ rule, at: 0, found: 'nothing', fix })
  return [
    ...(text.includes(needs.practiceName)
      ? []
      : [absent('no-practice-name', 'Say who writes: put {practice} in.')]),
    ...(text.includes(needs.phone) ? [] : [absent('no-phone', 'Say which number to call: put {phone} in.')]),
    ...(optOut.test(text)
      ? []
      : [absent('no-opt-out', 'Say how to opt out: "Reply STOP to opt out", in Spanish "Responda STOP".')]),
  ]
}

function forbidden(text: string): LintFinding[] {
  return FORBIDDEN.flatMap(({ rule, pattern, fix }) =>
    [...text.matchAll(pattern)].map((match) => ({ rule, at: match.index, found: match[0], fix })),
  )
}

function links(text: string, domain: string | null): LintFinding[] {
  return linksIn(text, domain).flatMap(({ at, found, fix }) =>
    fix === null ? [] : [{ rule: 'link' as const, at, found, fix }],
  )
}

/** A denied word ("no fever") counts here as well: a text must not speak of it either way. */
function clinical(text: string): LintFinding[] {
  const { spans, discounted } = readClinical(text)
  return [...spans, ...discounted.filter(({ why }) => why === 'negated')].map((span) => ({
    rule: 'clinical-word',
    at: span.start,
    found: text.slice(span.start, span.end),
    fix: `Leave it out: it reads as ${span.category}. Ask the person to call instead.`,
  }))
}
