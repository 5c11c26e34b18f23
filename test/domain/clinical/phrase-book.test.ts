import { describe, expect, it } from 'vitest'
import { readClinical } from '../../../src/domain/clinical/detect.ts'
import { createPhraseBook, findPhrases, type PhraseBook } from '../../../src/domain/clinical/phrase-book.ts'
import { readTokens } from '../../../src/domain/clinical/tokens.ts'

const bookOf = (terms: string, realWords: readonly string[] = []): PhraseBook<string> =>
  createPhraseBook([{ terms, value: 'found' }], { body: 'knee arm|arms' }, new Set(realWords))
const found = (terms: string, text: string): string[] => {
  const tokens = readTokens(text)
  return findPhrases(bookOf(terms), tokens).hits.map(({ from, to }) =>
    text.slice(tokens[from]!.start, tokens[to]!.end),
  )
}

describe('the notation of terms', () => {
  it('reads words in order, alternatives, optional words, stems, endings, classes and gaps', () => {
    expect(found('blood sugar', 'sugar blood sugar')).toEqual(['blood sugar'])
    expect(found('pain|pains', 'pains and pain')).toEqual(['pains', 'pain'])
    expect(found('in the? arm', 'in arm, in the arm')).toEqual(['in arm', 'in the arm'])
    expect(found('vomit*', 'vomiting all night')).toEqual(['vomiting'])
    expect(found('*itis', 'bronchitis and itis')).toEqual(['bronchitis'])
    expect(found('@body hurts', 'my arms hurts')).toEqual(['arms hurts'])
    expect(found('knee _2 hurts', 'knee hurts; knee really really hurts; knee a b c hurts')).toEqual([
      'knee hurts',
      'knee really really hurts',
    ])
  })

  it('refuses a class nobody defined and a stem too short to mean anything', () => {
    expect(() => bookOf('@nowhere')).toThrow('No word class @nowhere')
    expect(() => bookOf('pa*')).toThrow('"pa" is no stem')
  })
})

describe('misspelt words', () => {
  it.each(['medicaton', 'medicationn', 'medacation', 'mediaction'])('finds medication in %s', (word) => {
    expect(found('medication', word)).toEqual([word])
  })

  it('does not guess at short words, at a wrong first letter, or at words that are other words', () => {
    expect(found('pill', 'bill')).toEqual([])
    expect(found('medication', 'dedication')).toEqual([])
    const { hits } = findPhrases(bookOf('medication', ['mediation']), readTokens('mediation'))
    expect(hits).toEqual([])
  })
})

describe('the work for a long text', () => {
  const LONG = 5_000
  const heavy = [
    'chest pain ',
    'no ',
    'my chest feels heavy and ',
    'pregnant ',
    'a ',
    "don't have any ",
    'aaaaaaaa ',
  ]

  it.each(heavy)('grows in step with the number of words: %s', (piece) => {
    const book = bookOf('chest _4 pain|heavy, pain _4 chest, pregnant _8 bleeding, no _3 pain')
    const steps = (times: number): number => findPhrases(book, readTokens(piece.repeat(times))).steps
    const once = steps(LONG)
    expect(steps(2 * LONG)).toBeLessThanOrEqual(2.01 * once)
    expect(once).toBeLessThanOrEqual(60 * readTokens(piece.repeat(LONG)).length)
  })

  it('reads ten megabytes of a single word, and ten megabytes of talk', { timeout: 120_000 }, () => {
    const size = 10_000_000
    expect(readClinical('a'.repeat(size)).class).toBe('none')
    const talk = 'I would like to come in on Monday at three please and thank you. '
    const text = `${talk.repeat(size / talk.length)} My chest hurts.`
    const { spans } = readClinical(text)
    expect(spans.map(({ start, end }) => text.slice(start, end))).toContain('chest hurts')
  })

  it('does not look through an endless list of denials again for each of them', () => {
    expect(readClinical('no fever or '.repeat(100_000)).class).toBe('none')
  })
})
