import { describe, expect, test } from 'vitest'
import { createLog } from '../../src/platform/log.ts'

/** The line that is written when this error is logged. */
function lineOf(error: Error): string {
  const lines: string[] = []
  const log = createLog('info', { write: (line) => lines.push(line) })
  log.error({ err: error }, 'it failed')
  expect(lines).toHaveLength(1)
  return lines[0] ?? ''
}

describe('the log of an error', () => {
  test('says where it came from, and nothing of its message', () => {
    const line = lineOf(new Error('cannot store "my rash is worse"'))
    expect(line).toContain('log.test.ts')
    expect(line).not.toContain('rash')
  })

  test.each(['call me\n    at home, my rash is worse', 'rash\n at (my rash:1:2)\n    at rash (<anonymous>)'])(
    'holds no line of a message that looks like a place in the code: %j',
    (quoted) => {
      const line = lineOf(new Error(`invalid value: ${quoted}`))
      expect(line).toContain('log.test.ts')
      expect(line).not.toContain('rash')
    },
  )

  test('nor of one that was given another message later', () => {
    const error = new Error('invalid value: call me\n    at home, my rash is worse')
    error.message = 'the value was refused'
    const line = lineOf(error)
    expect(line).toContain('log.test.ts')
    expect(line).not.toContain('rash')
  })

  test('tells of the cause in the same way', () => {
    const cause = new Error('my rash\n    at my rash')
    const line = lineOf(new Error('failed', { cause }))
    expect(line).toContain('"cause":{"type":"Error"')
    expect(line).not.toContain('rash')
  })
})
