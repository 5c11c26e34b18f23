import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readOptOut, type OptOutReading } from '../../../src/domain/consent/opt-out.ts'
import { WEIGHTS } from '../../../src/domain/consent/opt-out-weights.ts'
import { runs } from '../../support/runs.ts'
import { anyText } from '../any-text.ts'
import { effort } from '../effort.ts'
import { learn, readReplies, scoreOfText } from './learning.ts'

const KINDS: readonly OptOutReading['kind'][] = [
  'none',
  'keyword',
  'natural',
  'wrong-number',
  'restart',
  'help',
]

const REPLIES = readReplies()
const repliesOf = (kind: OptOutReading['kind']): string[] =>
  REPLIES.filter((reply) => reply.kind === kind).map(({ text }) => text)

describe('what people reply', () => {
  // One test a kind: as many tests as there are replies would take longer to report than to run.
  test.each(KINDS)('is read as its sender meant it: %s', (kind) => {
    const misread = repliesOf(kind)
      .map((text) => ({ text, readAs: readOptOut(text).kind }))
      .filter(({ readAs }) => readAs !== kind)
    expect(misread).toEqual([])
  })

  it('is tested with at least 8000 replies, four in ten asking for nothing of the kind', () => {
    expect(REPLIES.length).toBeGreaterThanOrEqual(8000)
    expect(repliesOf('none').length).toBeGreaterThanOrEqual(REPLIES.length * 0.4)
  })
})

describe('the scorecard', () => {
  it('tells apart replies that it has not learned from', () => {
    const sentences = REPLIES.filter(({ kind }) => kind !== 'keyword')
    const [learned, unseen] = [0, 1].map((rest) => sentences.filter((_, at) => at % 2 === rest))
    const weights = learn(learned!, 5)
    const share = (isRequest: boolean): number => {
      const replies = unseen!.filter(
        ({ kind }) => (kind === 'natural' || kind === 'wrong-number') === isRequest,
      )
      return replies.filter(({ text }) => scoreOfText(weights, text) > 1).length / replies.length
    }
    expect(share(true)).toBeGreaterThan(0.8)
    expect(share(false)).toBeLessThan(0.05)
  })

  it('holds a weight for each mark that it was given', () => {
    expect(WEIGHTS.size).toBeGreaterThan(1000)
    for (const [mark, weights] of WEIGHTS) {
      expect(mark).not.toBe('')
      expect(weights.every(Number.isFinite)).toBe(true)
    }
  })
})

describe('stop words', () => {
  test.each([
    'STOP',
    'STOPALL',
    'UNSUBSCRIBE',
    'CANCEL',
    'END',
    'QUIT',
    'REVOKE',
    'OPTOUT',
    'Opt out',
    'parar',
    'alto',
  ])('the whole message %s counts, with any punctuation and case', (word) => {
    for (const said of [
      word,
      word.toLowerCase(),
      ` ${word}. `,
      `"${word}"`,
      `${word}!!`,
      `Please ${word} now`,
    ]) {
      expect(readOptOut(said)).toMatchObject({ kind: 'keyword', word: word.toUpperCase() })
    }
  })

  test.each(['CANCEL', 'end', 'Quit.', 'cancelar', 'Cancel please', 'fin'])(
    '%s may mean the appointment, so a person asks',
    (word) => expect(readOptOut(word)).toMatchObject({ kind: 'keyword', mayWantToCancel: true }),
  )

  test.each(['STOP', 'unsubscribe', 'basta', 'revoke'])('%s means the texts only', (word) => {
    expect(readOptOut(word)).toMatchObject({ kind: 'keyword', mayWantToCancel: false })
  })

  it('is heard through letters held for emphasis, spelt out or mistyped', () => {
    for (const said of ['STOPPPP', 'stoooop', 'S T O P', 's.t.o.p', 'stpo', 'Um, stop.']) {
      expect(readOptOut(said).kind).toBe('keyword')
    }
  })

  it('may be a stop sign', () => {
    expect(readOptOut(' 🛑🛑 ')).toEqual({ kind: 'natural', start: 1, end: 3 })
    expect(readOptOut('👍').kind).toBe('none')
  })

  it('START, YES, HELP and INFO count only alone', () => {
    expect(readOptOut('yes')).toEqual({ kind: 'restart', word: 'YES' })
    expect(readOptOut('Info.')).toEqual({ kind: 'help', word: 'INFO' })
    expect(readOptOut('yes please')).toEqual({ kind: 'none' })
    expect(readOptOut('help me find the office')).toEqual({ kind: 'none' })
  })
})

describe('requests in plain words', () => {
  it('show where they stand', () => {
    const text = 'Hi, it is Ann. Please stop texting me, thanks.'
    const reading = readOptOut(text)
    expect(reading.kind).toBe('natural')
    expect(reading.kind === 'natural' && text.slice(reading.start, reading.end)).toBe('stop texting')
  })

  it('weigh more than a wrong number in the same message', () => {
    expect(readOptOut('wrong number, stop texting me').kind).toBe('natural')
  })

  it('do not run across the end of a sentence', () => {
    expect(readOptOut('The pain will not stop. Text me the address').kind).toBe('none')
  })

  it('are not found in our own words quoted back by a reaction', () => {
    expect(readOptOut('Liked “Lakeside Clinic 555-0100. Reply STOP to opt out”').kind).toBe('none')
    expect(readOptOut('Le gustó “Responda ALTO para no recibir mensajes”').kind).toBe('none')
  })

  it('are found in a long voicemail', () => {
    const talk = 'I would like to come in on Monday at three. '
    const text = `${talk.repeat(2000)}Also take me off your texting list. ${talk.repeat(2000)}`
    expect(readOptOut(text)).toMatchObject({ kind: 'natural', start: talk.length * 2000 + 'Also '.length })
  })
})

// Spanish keyboards and many Android ones have ´ (U+00B4) where others have an apostrophe.
describe('an accent that stands for an apostrophe', () => {
  test.each(['Don´t text me please', 'I didn´t sign up for this', 'This isn´t Maria´s phone'])(
    'hides no request: "%s"',
    (text) => {
      expect(readOptOut(text).kind).toBe(readOptOut(text.replaceAll('´', "'")).kind)
      expect(readOptOut(text).kind).not.toBe('none')
    },
  )
})

describe('a text of ten million characters', () => {
  it('is read at both ends, in seconds', () => {
    const text = `${'I will come in at three. '.repeat(400_000)}Take me off your list.`
    const taken = effort(() => {
      expect(readOptOut('no '.repeat(3_333_333)).kind).toBe('none')
      const reading = readOptOut(text)
      expect(reading.kind === 'natural' && text.slice(reading.start, reading.end)).toBe(
        'Take me off your list',
      )
    })
    expect(taken).toBeLessThan(10_000)
  })
})

describe("the carrier's verdict", () => {
  it('wins over what the words say', () => {
    expect(readOptOut('adiós', 'STOP')).toEqual({ kind: 'keyword', word: 'STOP', mayWantToCancel: false })
    expect(readOptOut('stop', 'START')).toEqual({ kind: 'restart', word: 'START' })
    expect(readOptOut('please stop texting me', 'HELP')).toEqual({ kind: 'help', word: 'HELP' })
  })

  it('keeps the word that was sent, and with it the question about the appointment', () => {
    expect(readOptOut('Cancel', 'STOP')).toEqual({ kind: 'keyword', word: 'CANCEL', mayWantToCancel: true })
  })
})

describe('every text', () => {
  it('is read with offsets inside it', () => {
    const phrases = fc.constantFrom(...KINDS.flatMap(repliesOf))
    const anything = fc.oneof(
      anyText,
      fc.array(phrases).map((all) => all.join(' ')),
    )
    fc.assert(
      fc.property(anything, (text) => {
        const reading = readOptOut(text)
        if (reading.kind !== 'natural' && reading.kind !== 'wrong-number') return
        expect(reading.start).toBeGreaterThanOrEqual(0)
        expect(reading.end).toBeGreaterThan(reading.start)
        expect(reading.end).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('is read alike in any case and with or without accents', () => {
    const phrases = fc.constantFrom(...KINDS.flatMap(repliesOf))
    fc.assert(
      fc.property(phrases, (text) => {
        const plain = text.normalize('NFD').replace(/\p{M}/gu, '')
        for (const said of [text.toUpperCase(), text.toLowerCase(), plain]) {
          expect(readOptOut(said).kind).toBe(readOptOut(text).kind)
        }
      }),
      { numRuns: runs(200, 4000) },
    )
  })
})
