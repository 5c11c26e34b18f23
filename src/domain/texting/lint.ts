import { SegmentedMessage } from 'sms-segments-calculator'
import { readClinical } from '../clinical/detect.ts'
import { PAGE_LANGUAGES, type Language } from '../follow-up/words.ts'
import { linksIn } from './links.ts'
import { personsIn } from './persons.ts'
import { otherPhonesIn } from './phones-in-text.ts'
import { placeIn, plainText, seenText, withWordsJoined, type SeenText } from './seen-text.ts'
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
  | 'odd-letter'
  | 'link'
  | 'other-phone'
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
  /** the practice's other numbers, E.164, which may stand in the text as well */
  readonly lines?: readonly string[]
  /** nobody approved the words: they are read for clinical ones whatever language they are said to be in */
  readonly ownWords?: boolean
}

const OPT_OUT = /\b(?:reply|text|send|responda|responde|envíe|envie|conteste)\s+STOP\b/i
const OPT_OUT_ELSEWHERE = /(?<!\p{L})STOP(?!\p{L})/u

/** Only `{practice}` and `{phone}` were filled in before. */
const FIELD = /\{[^{}]*\}?|\}/gu

/** The languages of LANGUAGES that are written in other letters than Latin ones. Their texts may hold both, but no word may. */
const OTHER_LETTERS: readonly Language[] = ['zh', 'ar', 'ko', 'ru', 'hi', 'ja']
/** A letter or digit that no Latin-written language has: of another alphabet, or of a wide, bold or small kind. */
const ODD_LETTER = /(?:(?![A-Za-zªºÀ-ɏḀ-ỿʻʼ\d])[\p{L}\p{Nd}])+/gu
/** One word of letters that look alike in two alphabets. */
const MIXED_WORD =
  /\p{L}*(?:\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]|[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]\p{Script=Latin})\p{L}*/gu

/**
 * Everything that is wrong with a finished text; empty when it may be sent as far as its words go. Clinical words are known in English
 * and Spanish only: in another language they would be found where nothing clinical stands (French "pain" is bread). There any sentence
 * with the word STOP says how to opt out.
 */
export function lintWording(text: string, needs: LintNeeds, language: Language = 'en'): LintFinding[] {
  const read = isRead(language)
  return withoutRepeats([
    ...lengthFindings(text, needs),
    ...missing(text, needs, read ? OPT_OUT : OPT_OUT_ELSEWHERE),
    ...contentFindings(text, needs, language, read || needs.ownWords === true),
    ...otherPhones(text, seenText(text), needs),
  ])
}

/** What no words for others may hold, texted or spoken: fields, persons, specialties, links, clinical words. The name of the practice is its own affair. */
export function lintContent(text: string, practiceName: string, language: Language): LintFinding[] {
  return withoutRepeats(contentFindings(text, { practiceName }, language, isRead(language)))
}

function contentFindings(
  text: string,
  { practiceName, linkDomain }: Pick<LintNeeds, 'practiceName' | 'linkDomain'>,
  language: Language,
  read: boolean,
): LintFinding[] {
  const seen = seenText(text)
  const plain = plainText(text)
  const joined = withWordsJoined(plain)
  const readings = joined ? [plain, joined] : [plain]
  return [
    ...fields(text),
    ...oddLetters(text, language),
    ...persons(text, seen, practiceName),
    ...readings.flatMap((reading) => specialties(text, reading)),
    ...links(text, seen, linkDomain ?? null),
    ...(read ? readings.flatMap((reading) => clinical(text, reading)) : []),
  ]
}

function isRead(language: Language): boolean {
  return PAGE_LANGUAGES.some((known) => known === language)
}

/** What two readings of the text show is told once. */
function withoutRepeats(findings: readonly LintFinding[]): LintFinding[] {
  const told = new Map(findings.map((finding) => [`${finding.rule} ${finding.at} ${finding.found}`, finding]))
  return [...told.values()]
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

function fields(text: string): LintFinding[] {
  const fix = 'Only {practice} and {phone} can be filled in; write the rest out in generic words.'
  return [...text.matchAll(FIELD)].map(({ index, 0: found }) => ({
    rule: 'unknown-field',
    at: index,
    found,
    fix,
  }))
}

function oddLetters(text: string, language: Language): LintFinding[] {
  const pattern = OTHER_LETTERS.includes(language) ? MIXED_WORD : ODD_LETTER
  const fix =
    'Write it with plain letters: one of another alphabet can look the same and hide what a word says.'
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    rule: 'odd-letter',
    at: index,
    found,
    fix,
  }))
}

const NO_PERSON = {
  provider: 'Name no person: a provider can give away the reason. Name the practice.',
  recipient: 'Greet nobody by name: the phone may be in other hands.',
} as const

function persons(given: string, seen: SeenText, practiceName: string): LintFinding[] {
  return personsIn(seen.text, practiceName).map(({ from, to, whose }) => ({
    rule: 'person',
    ...placeIn(given, seen, from, to),
    fix: NO_PERSON[whose],
  }))
}

function specialties(given: string, plain: SeenText): LintFinding[] {
  return [...plain.text.matchAll(SPECIALTY)].map(({ index, 0: found }) => ({
    rule: 'specialty',
    ...placeIn(given, plain, index, index + found.length),
    fix: 'Leave the specialty out: it tells others why somebody is a patient.',
  }))
}

function links(given: string, seen: SeenText, domain: string | null): LintFinding[] {
  return linksIn(seen.text, domain).flatMap(({ from, to, fix }) => {
    const place = placeIn(given, seen, from, to)
    // Even the practice's own address must be written so that every phone reads it alike.
    const odd = place.found !== seen.text.slice(from, to) ? 'Write the link in plain letters.' : null
    return fix === null && odd === null ? [] : [{ rule: 'link' as const, ...place, fix: fix ?? odd ?? '' }]
  })
}

function otherPhones(given: string, seen: SeenText, { phone, lines = [] }: LintNeeds): LintFinding[] {
  return otherPhonesIn(seen.text, [phone, ...lines]).map(({ from, to }) => ({
    rule: 'other-phone',
    ...placeIn(given, seen, from, to),
    fix: 'Give no other number than the practice’s own: put {phone} in.',
  }))
}

/**
 * A denied word ("no fever") counts here as well: a text must not speak of it either way. So does one in the name of a place ("our cancer
 * center"), which in what a patient says is no complaint.
 */
function clinical(given: string, plain: SeenText): LintFinding[] {
  const { spans, discounted } = readClinical(plain.text)
  return [...spans, ...discounted].map((span) => ({
    rule: 'clinical-word',
    ...placeIn(given, plain, span.start, span.end),
    fix: `Leave it out: it reads as ${span.category}. Ask the person to call instead.`,
  }))
}
