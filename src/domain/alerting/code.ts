/*
 * The codes of alerts. Four digits are short enough to be typed in the dark; they are no secret and no password, since only a reply from
 * the very phone that was alerted counts.
 */

const CODES = 10_000

/**
 * A code that no open alert of the same phone has.
 * @param taken theirs. @param chance at least 0 and less than 1.
 */
export function freeCode(taken: readonly string[], chance: number): string {
  const first = Math.floor(chance * CODES)
  for (let step = 0; step < CODES; step += 1) {
    const code = String((first + step) % CODES).padStart(4, '0')
    if (!taken.includes(code)) return code
  }
  throw new Error('All ten thousand codes of one phone are in use')
}

/** A few words may stand around the code: "ok 1234", "1234 got it". */
const CODE_LIKE = /^(?:\p{L}+[\s,.!:;-]+){0,5}(\d{4})(?:[\s,.!:;-]+\p{L}+){0,5}[\s.!]*$/u
const LONGEST = 60

/** The code that a reply consists of; null for every other text. */
export function readCode(body: string): string | null {
  const text = body.trim()
  return text.length > LONGEST ? null : (CODE_LIKE.exec(text)?.[1] ?? null)
}
