import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { BUILT_ON, readPhrases } from '../../../scripts/bench/phrases.ts'
import { readClinical, type ClinicalClass, type PracticeWords } from '../../../src/domain/clinical/detect.ts'
import { runs } from '../../support/runs.ts'
import { anyText } from '../any-text.ts'

const WEIGHT: Readonly<Record<ClinicalClass, number>> = { none: 0, clinical: 1, urgent: 2 }
const CLASSES: readonly ClinicalClass[] = ['none', 'clinical', 'urgent']

const BUILT = readPhrases(BUILT_ON)
const phrasesOf = (kind: ClinicalClass): string[] =>
  BUILT.filter(({ label, text }) => label === kind && readClinical(text).class === kind).map(
    ({ text }) => text,
  )
const ALL = CLASSES.flatMap(phrasesOf)

const words = (text: string, practice?: PracticeWords): string[] =>
  readClinical(text, practice).spans.map(({ start, end }) => text.slice(start, end))

describe('what a person can check', () => {
  it('shows which words counted, where, and by which rule', () => {
    expect(readClinical('Hi, I need a refill of my lisinopril.').spans).toEqual([
      { start: 13, end: 19, category: 'medication', rule: 'en:prescription', urgent: false },
      { start: 26, end: 36, category: 'medication', rule: 'drug-names', urgent: false },
    ])
  })

  it('shows a denied emergency as discounted, not as nothing', () => {
    const { class: kind, discounted } = readClinical('No chest pain today')
    expect(kind).toBe('none')
    expect(discounted).toEqual([
      { start: 3, end: 13, category: 'symptom', rule: 'en:chest-pain', urgent: true, why: 'negated' },
    ])
  })

  it('shows an office use as discounted', () => {
    const { spans, discounted } = readClinical('what is the pain clinic address')
    expect(spans).toEqual([])
    expect(discounted).toEqual([expect.objectContaining({ start: 12, end: 16, why: 'administrative' })])
  })

  it('keeps the real mention beside the denied one', () => {
    expect(words('no fever but my chest hurts')).toEqual(['my chest hurts', 'chest hurts'])
  })

  it('does not let an office word swallow a complaint that begins before it', () => {
    expect(readClinical('I have a cold, transfer me to the nurse').class).toBe('clinical')
    expect(readClinical('I have a cold transfer me to the front desk').class).toBe('clinical')
  })

  it('reads offsets in a text with accents, emoji and curly quotes', () => {
    expect(words('😷😷 “Tengo FIÉBRE”')).toEqual(['FIÉBRE'])
  })

  it('names the word lists it used', () => {
    expect(readClinical('').lexicon).toMatch(/^en-\S+ es-\S+ net-\S+$/)
    expect(readClinical('', { add: [], remove: [] }).lexicon).toMatch(/\+practice$/)
  })

  it('finds nothing in an empty text', () => {
    expect(readClinical('')).toMatchObject({ class: 'none', spans: [], discounted: [] })
  })
})

describe('urgent words', () => {
  it('are clinical alone and an emergency beside a clinical mention', () => {
    expect(readClinical('it is urgent').class).toBe('clinical')
    expect(readClinical('it is urgent, I have a rash').class).toBe('urgent')
  })
})

describe('an apostrophe as phones and keyboards write it', () => {
  // Spanish keyboards and many Android ones have ´ (U+00B4) where others have an apostrophe.
  const marks = ['´', '‘', '’', 'ʼ', '′', '＇', '`']
  test.each(
    marks.flatMap((mark) =>
      ["I can't breathe", "my baby won't wake up", "I don't want to live"].map((text) =>
        text.replace("'", mark),
      ),
    ),
  )('does not hide an emergency: "%s"', (text) => {
    expect(readClinical(text).class).toBe('urgent')
  })

  test('nor does a soft hyphen that came with words from a web page', () => {
    expect(words('my che\u00adst pa\u00adin')).toContain('che\u00adst pa\u00adin')
  })
})

describe('the words of the practice', () => {
  const practice: PracticeWords = {
    add: [
      { term: 'Zolvia pen', category: 'medication' },
      { term: 'código rojo', category: 'urgent-language', urgent: true },
    ],
    remove: ['rash', 'chest pain', 'en:chest-pain', 'seizure'],
  }

  it('are found like the others', () => {
    expect(words('my ZOLVIA-pen is empty', practice)).toEqual(['ZOLVIA-pen'])
    expect(readClinical('es un codigo rojo', practice).class).toBe('urgent')
    expect(readClinical('my zolvia pen is empty').class).toBe('none')
  })

  it('may take a word out', () => {
    expect(readClinical('I have a rash').class).toBe('clinical')
    expect(readClinical('I have a rash', practice).class).toBe('none')
  })

  it('may take a whole rule out', () => {
    expect(readClinical('cavity', { add: [], remove: ['en:body-trouble'] }).class).toBe('none')
  })

  it('says what kind a word is, where the built-in list says another', () => {
    const own: PracticeWords = { add: [{ term: 'hives', category: 'treatment' }], remove: [] }
    expect(readClinical('hives', own).spans).toMatchObject([{ category: 'treatment', rule: 'practice' }])
  })

  it('cannot silence an emergency', () => {
    expect(readClinical('I have chest pain', practice).class).toBe('urgent')
    expect(readClinical('she had a seizure', practice).class).toBe('urgent')
  })

  it('are plain words, whatever marks they hold', () => {
    const marked: PracticeWords = { add: [{ term: 'a* | @body _3', category: 'symptom' }], remove: [] }
    expect(readClinical('an apple for anyone', marked).class).toBe('none')
  })
})

const NO_WORDS: PracticeWords = { add: [], remove: [] }

describe('the second net', () => {
  const RAISED = BUILT.filter(({ text }) => readClinical(text).class === 'none').filter(
    ({ text }) => readClinical(text, NO_WORDS).class !== 'none',
  )

  it('raises phrases in which no rule spoke, to clinical and no further, and names the words', () => {
    expect(RAISED.length).toBeGreaterThan(0)
    for (const { text } of RAISED) {
      const { class: kind, spans } = readClinical(text, NO_WORDS)
      expect(kind).toBe('clinical')
      for (const span of spans)
        expect(span).toMatchObject({ category: 'second-net', rule: 'second-net', urgent: false })
      for (const { start, end } of spans) expect(text.slice(start, end)).toMatch(/[\p{L}\p{N}]/u)
    }
  })

  it('never lowers and changes nothing where a rule spoke', () => {
    for (const { text } of BUILT) {
      const rules = readClinical(text)
      if (rules.class !== 'none') expect(readClinical(text, NO_WORDS).spans).toEqual(rules.spans)
    }
  })

  it('may be switched off by the practice like a rule', () => {
    for (const { text } of RAISED)
      expect(readClinical(text, { add: [], remove: ['second-net'] }).class).toBe('none')
  })

  it('brings nothing back that was denied or that the practice took out', () => {
    expect(readClinical('no fever, no cough, no rash', NO_WORDS).class).toBe('none')
    expect(readClinical('I have a rash', { add: [], remove: ['rash'] }).class).toBe('none')
  })
})

describe('properties of every text', () => {
  const phrase = fc.constantFrom(...ALL)
  const counted = fc.constantFrom(...phrasesOf('urgent'), ...phrasesOf('clinical'))

  it('spans lie in the text and hold something', () => {
    const anything = fc.oneof(
      anyText,
      fc.array(phrase).map((all) => all.join(' ')),
    )
    fc.assert(
      fc.property(anything, fc.string({ unit: 'grapheme' }), (text, more) => {
        const whole = text + more
        const { spans, discounted } = readClinical(whole)
        for (const { start, end } of [...spans, ...discounted]) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(whole.length)
        }
      }),
    )
  })

  it('case, accents and spacing change nothing', () => {
    const ways: ((text: string) => string)[] = [
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
      (text) => text.normalize('NFD'),
      (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
      (text) => `  ${text.replaceAll(' ', '   ')}\t`,
      (text) => text.replaceAll("'", '’'),
      (text) => text.replaceAll("'", ''),
    ]
    fc.assert(
      fc.property(phrase, fc.constantFrom(...ways), (text, way) => {
        expect(readClinical(way(text)).class).toBe(readClinical(text).class)
      }),
      { numRuns: runs(300, 4000) },
    )
  })

  it('punctuation never lowers the class: it can only end the reach of a "no"', () => {
    fc.assert(
      fc.property(phrase, fc.constantFrom(',', '...', '!', ' -', '.'), (text, mark) => {
        const marked = text.replaceAll(' ', `${mark} `)
        expect(WEIGHT[readClinical(marked).class]).toBeGreaterThanOrEqual(WEIGHT[readClinical(text).class])
      }),
      { numRuns: runs(300, 4000) },
    )
  })

  it('a clause more never lowers the class', () => {
    const clause = fc.constantFrom(
      'please call me back',
      'I need an appointment',
      'my number is 555 0142',
      'thank you',
      'por favor llámeme',
      'quiero una cita',
      'but I can come at three',
      'and what are your hours',
    )
    const joint = fc.constantFrom('. ', ', ', ' ', ' and ', '\n')
    fc.assert(
      fc.property(counted, clause, joint, fc.boolean(), (text, more, by, before) => {
        const longer = before ? more + by + text : text + by + more
        expect(WEIGHT[readClinical(longer).class]).toBeGreaterThanOrEqual(WEIGHT[readClinical(text).class])
      }),
      { numRuns: runs(500, 6000) },
    )
  })

  it('whatever harmless is said beside it never lowers the class, unless it denies', () => {
    const denies =
      /\b(?:no|not|never|nobody|none|nothing|without|cannot|sin|ni|nunca|nadie|tampoco)\b|n['’]?t\b/i
    const harmless = fc.constantFrom(...phrasesOf('none').filter((text) => !denies.test(text)))
    fc.assert(
      fc.property(
        counted,
        harmless,
        fc.constantFrom('. ', ', ', ' ', ' and '),
        fc.boolean(),
        (text, more, by, before) => {
          const longer = before ? more + by + text : text + by + more
          expect(WEIGHT[readClinical(longer, NO_WORDS).class]).toBeGreaterThanOrEqual(
            WEIGHT[readClinical(text, NO_WORDS).class],
          )
        },
      ),
      { numRuns: runs(500, 6000) },
    )
  })

  it('a denial elsewhere never lowers the class', () => {
    const denial = fc.constantFrom('no fever.', 'No tengo tos.', 'I do not have a rash.', 'without bleeding.')
    fc.assert(
      fc.property(counted, denial, fc.boolean(), (text, no, before) => {
        const longer = before ? `${no} ${text}` : `${text}. ${no}`
        expect(WEIGHT[readClinical(longer).class]).toBeGreaterThanOrEqual(WEIGHT[readClinical(text).class])
      }),
      { numRuns: runs(300, 4000) },
    )
  })
})
