import { describe, expect, test } from 'vitest'
import { BATCH, batch } from '../../src/casework/one-by-one.ts'

/** So many things, due one after the other; what `find` is asked for them. */
const due = (count: number) => {
  const all = Array.from({ length: count }, (_, index) => ({ id: String(index) }))
  return (order: 'asc' | 'desc', take: number) =>
    Promise.resolve((order === 'asc' ? all : all.toReversed()).slice(0, take))
}

describe(batch, () => {
  test('takes everything, the oldest first, while it is no more than one tick takes', async () => {
    for (const count of [0, 1, BATCH - 1, BATCH])
      expect((await batch(due(count))).map(({ id }) => Number(id)).toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: count }, (_, index) => index),
      )
    expect((await batch(due(3))).map(({ id }) => id)).toEqual(['0', '1', '2'])
  })

  test('takes some of the newest too where there is more, so that what can never be done does not stop the rest', async () => {
    const found = await batch(due(10 * BATCH))
    expect(found).toHaveLength(BATCH)
    expect(found[0]?.id).toBe('0')
    expect(found.map(({ id }) => id)).toContain(String(10 * BATCH - 1))
  })

  test('takes nothing twice', async () => {
    for (let count = BATCH; count < BATCH + 200; count += 7) {
      const found = (await batch(due(count))).map(({ id }) => id)
      expect(new Set(found).size).toBe(found.length)
    }
  })
})
