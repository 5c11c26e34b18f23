/** Chance that falls the same way for the same seed (mulberry32). */
export class Chance {
  private state: number

  constructor(seed: number) {
    this.state = seed
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** True in so many of 100 cases. */
  in100(cases: number): boolean {
    return this.next() * 100 < cases
  }

  /** A whole number, both ends included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  of<One>(choices: readonly [One, ...One[]]): One {
    return choices[Math.floor(this.next() * choices.length)] ?? choices[0]
  }

  /** One of the choices, each as often as its weight says. */
  weighed<One extends string>(weights: Readonly<Partial<Record<One, number>>>): One {
    const entries = Object.entries(weights) as [One, number][]
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [choice, weight] of entries) {
      left -= weight
      if (left < 0) return choice
    }
    return entries[0]![0]
  }
}
