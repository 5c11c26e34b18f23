import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  netWord,
  readWeights,
  runsOf,
  START,
  strongestStretch,
  type NetWeights,
} from '../src/domain/clinical/second-net.ts'
import { withoutHesitation } from '../src/domain/clinical/speech.ts'
import { readTokens } from '../src/domain/clinical/tokens.ts'
import { BUILT_ON, readPhrases, type Phrase } from './bench/phrases.ts'

/**
 * `node scripts/train-clinical.ts [--write] [FILE …]`: learns the weights of the second net from labelled phrases (our own unless files
 * are named), prints how a net fares on each file that it was not taught (leave one file out), and with --write stores the weights.
 * The same phrases give the same weights.
 */
const WEIGHTS_FILE = new URL('../src/domain/clinical/second-net-weights.ts', import.meta.url)
/** At this sum a stretch counts as clinical: the line at which few harmless phrases are raised, see the printed table. */
const LINE = 4.5
const LINES = [3.5, 4, LINE, 5, 5.5]
const ROUNDS = 8
const STEP = 0.15
/** Less certain weights are pulled to zero by so much at each step, and dropped when they end below the second figure. */
const SHRINK = 0.0004
const LEAST = 0.12
/** A harmless phrase taken for clinical counts so much more than the reverse. */
const COST_OF_ALARM = 1.5
/** Runs of letters overlap, so each learns half as fast. */
const RUN_STEP = 0.5
/** An error below this teaches nothing new. */
const SMALL = 0.02

type Example = {
  readonly words: readonly string[]
  readonly features: readonly string[]
  readonly isClinical: boolean
}

const { values, positionals } = parseArgs({ options: { write: { type: 'boolean' } }, allowPositionals: true })
const phrases = readPhrases(positionals.length > 0 ? positionals : BUILT_ON)
printLeaveOneOut()
const { written, perWord } = train(phrases)
process.stdout.write(
  `\n${String(written.split(';').length)} weights from ${String(phrases.length)} phrases.\n`,
)
if (values.write === true) writeFileSync(WEIGHTS_FILE, weightsFile(written, perWord))

function exampleOf({ text, label }: Phrase): Example {
  const words = withoutHesitation(readTokens(text)).map(({ form }) => netWord(form))
  const features = words.flatMap((word, at) => [
    '*',
    word,
    `${at === 0 ? START : (words[at - 1] ?? START)} ${word}`,
    ...runsOf(word).map((run) => `~${run}`),
  ])
  return { words, features, isClinical: label !== 'none' }
}

/** Logistic regression on the sum of all features, with a step of its own for each (AdaGrad). */
function train(taught: readonly Phrase[]): { written: string; perWord: number } {
  const examples = taught.map(exampleOf).filter(({ features }) => features.length > 0)
  const weights = new Map<string, number>()
  const squares = new Map<string, number>()
  const chance = createChance()
  let bias = -1
  let biasSquares = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { words, features, isClinical } of shuffled(examples, chance)) {
      let sum = bias
      for (const feature of features) sum += weights.get(feature) ?? 0
      const error = (1 / (1 + Math.exp(-sum)) - Number(isClinical)) * (isClinical ? 1 : COST_OF_ALARM)
      if (Math.abs(error) < SMALL) continue
      biasSquares += error ** 2
      bias -= (STEP * error) / Math.sqrt(biasSquares + 1)
      const share = 1 / Math.sqrt(words.length)
      for (const feature of features) {
        const slope = error * share * (feature.startsWith('~') ? RUN_STEP : 1)
        const square = (squares.get(feature) ?? 0) + slope ** 2
        squares.set(feature, square)
        weights.set(feature, shrunk((weights.get(feature) ?? 0) - (STEP * slope) / Math.sqrt(square + 0.1)))
      }
    }
  }
  const perWord = weights.get('*') ?? 0
  weights.delete('*')
  const kept = [...weights].filter(([, weight]) => Math.abs(weight) >= LEAST)
  const written = kept
    .map(([feature, weight]) => `${feature}=${String(Math.round(weight * 100))}`)
    .sort()
    .join(';')
  return { written, perWord: Math.round(perWord * 1000) / 1000 }
}

function shrunk(weight: number): number {
  return Math.sign(weight) * Math.max(0, Math.abs(weight) - SHRINK)
}

function netOf(taught: readonly Phrase[]): NetWeights {
  const { written, perWord } = train(taught)
  return readWeights(perWord, written)
}

function printLeaveOneOut(): void {
  const files = [...new Set(phrases.map(({ file }) => file))]
  const scored = files.flatMap((file) => {
    const net = netOf(phrases.filter((phrase) => phrase.file !== file))
    return phrases
      .filter((phrase) => phrase.file === file)
      .map((phrase) => ({ phrase, score: strongestStretch(exampleOf(phrase).words, net).score }))
  })
  process.stdout.write('By the net alone, each file read by a net that never saw it:\n')
  for (const line of LINES) {
    const share = (isClinical: boolean): string => {
      const group = scored.filter(({ phrase }) => (phrase.label !== 'none') === isClinical)
      const over = group.filter(({ score }) => score >= line).length
      return `${String(over)} of ${String(group.length)} (${((100 * over) / group.length).toFixed(1)} %)`
    }
    process.stdout.write(`  line ${String(line)}: clinical ${share(true)}, harmless ${share(false)}\n`)
  }
}

/** A linear congruential generator: the same order every time. */
function createChance(): () => number {
  let state = 7
  return () => (state = (state * 1_103_515_245 + 12_345) % 0x80000000) / 0x80000000
}

function shuffled<T>(items: readonly T[], chance: () => number): T[] {
  const mixed = [...items]
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1))
    ;[mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T]
  }
  return mixed
}

function weightsFile(written: string, perWord: number): string {
  const lines = written.match(/.{1,1000}(?:;|$)/g) ?? []
  const version = `net-${String(phrases.length)}-${String(written.length)}`
  return `/** Written by \`scripts/train-clinical.ts\`; do not edit. Weights in hundredths, see \`readWeights\`. */
export const SECOND_NET = {
  version: '${version}',
  perWord: ${String(perWord)},
  line: ${String(LINE)},
  weights: \`
${lines.join('\n')}\`,
} as const
`
}
