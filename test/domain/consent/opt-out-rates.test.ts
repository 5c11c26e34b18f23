import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readOptOut } from '../../../src/domain/consent/opt-out.ts'

/**
 * Replies that were written down after the reader's rules, and that its scorecard has not learned from, one `kind: reply` a line: what it
 * makes of words that it was not built for.
 * The bounds are what it reached when they were added, and are raised when it gets better; asking too much of it here would only teach
 * it these very sentences.
 */
const LEAST_HEARD = 0.95
const MOST_FALSE = 0.03

const STOPS = ['keyword', 'natural', 'wrong-number']
const replies = readFileSync(new URL('unheard-of-replies.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [, kind = '', reply = ''] = /^([a-z-]+): (.*)$/.exec(line) ?? []
    return { asks: STOPS.includes(kind), heard: STOPS.includes(readOptOut(reply).kind) }
  })

describe('of replies that the reader was not built for', () => {
  const share = (asks: boolean): number => {
    const these = replies.filter((reply) => reply.asks === asks)
    return these.filter(({ heard }) => heard).length / these.length
  }

  test('it hears nearly all that ask for no more texts', () => {
    expect(share(true)).toBeGreaterThanOrEqual(LEAST_HEARD)
  })

  test('it takes few of the others for such a request', () => {
    expect(share(false)).toBeLessThanOrEqual(MOST_FALSE)
  })
})
