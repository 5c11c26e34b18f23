import { readFileSync, writeFileSync } from 'node:fs'
import { argv, stdout } from 'node:process'
import { pathToFileURL } from 'node:url'
import { BUILT_ON, readPhrases } from '../../../scripts/bench/phrases.ts'
import type { OptOutReading } from '../../../src/domain/consent/opt-out.ts'
import { VOCABULARY } from '../../../src/domain/consent/opt-out-rules.ts'
import { marksOf, scoreOf, type Weights } from '../../../src/domain/consent/opt-out-scorecard.ts'
import type { Known } from '../../../src/domain/consent/opt-out-vocabulary.ts'
import { meaningWords, readWords } from '../../../src/domain/consent/opt-out-words.ts'

/* Learns the weights of the scorecard from labelled replies. `node test/domain/consent/learning.ts` writes them anew. */

/** A reply, and what its sender meant. */
export type Reply = { readonly kind: OptOutReading['kind']; readonly text: string }

/** What a message of several sentences means stands in one of them; which one is found out while learning. */
type Example = { readonly label: Label; readonly sentences: readonly Int32Array[] }
type Label = 'nothing' | 'request' | 'wrong-number'

const ROUNDS = 3
const EPOCHS = 25
/** Marks seen less often say nothing for sure. */
const FEWEST_SEEN = 3
const RATE = 0.1
/** How strongly weights are drawn to nothing, so that few marks remain. */
const THRIFT = 1e-4
const STEPS_PER_UNIT = 10

const read = (name: string): string[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')

/** Replies and messages to a practice, one `kind: reply` a line. */
export function readReplies(): Reply[] {
  return read('replies.txt').map((line) => {
    const colon = line.indexOf(': ')
    return { kind: line.slice(0, colon) as Reply['kind'], text: line.slice(colon + 2) }
  })
}

/**
 * What callers say about their health and their bills: none of it is about texts, wrong numbers aside. One file of it is enough; with all
 * of them replies that ask for an end drown among so much that does not.
 */
function readCallers(): Reply[] {
  return readPhrases(BUILT_ON.slice(0, 1))
    .filter(({ text }) => !/wrong number|equivocado/i.test(text))
    .map(({ text }) => ({ kind: 'none', text }))
}

/** A word that no list knows, as most names are. */
const NOBODYS: Known = { word: '?', classes: new Set() }

/** The marks of each sentence of a text. @param namesKnown false reads it as if no list knew the names in it. */
function sentencesOf(text: string, namesKnown = true): string[][] {
  const words = meaningWords(readWords(text))
  const known = words.map(({ form }) => VOCABULARY.look(form))
  const seen = namesKnown ? known : known.map((word) => (word.classes.has('NAME') ? NOBODYS : word))
  const sentences: string[][] = []
  let first = 0
  words.forEach(({ pause }, last) => {
    if (pause !== 'stop' && last + 1 < words.length) return
    sentences.push([...marksOf(words.slice(first, last + 1), seen.slice(first, last + 1))])
    first = last + 1
  })
  return sentences
}

/** A reply as it is, and once more as it would be with a name that no list knows. */
function readings(text: string): string[][][] {
  const known = sentencesOf(text)
  const unknown = sentencesOf(text, false)
  return unknown.flat().join() === known.flat().join() ? [known] : [known, unknown]
}

/**
 * Weights by which the replies are told apart best: multinomial logistic regression, steps after Adagrad, drawn to
 * nothing (L1). The same replies give the same weights. Keyword messages are no sentences and are left out.
 */
export function learn(replies: readonly Reply[], epochs = EPOCHS): Weights {
  const marked = replies
    .filter(({ kind }) => kind !== 'keyword')
    .flatMap(({ kind, text }) => readings(text).map((sentences) => ({ label: labelOf(kind), sentences })))
  const marks = marksSeenOften(marked.flatMap(({ sentences }) => sentences).flat())
  const examples: Example[] = marked.map(({ label, sentences }) => ({
    label,
    sentences: sentences.map((own) => Int32Array.from(own.flatMap((mark) => marks.get(mark) ?? []))),
  }))
  let weights: Float64Array = new Float64Array(2 * marks.size)
  for (let round = 0; round < ROUNDS; round += 1) {
    const known = round === 0 ? null : weights
    weights = fit(
      examples.flatMap((example) => chosen(example, known)),
      marks.size,
      epochs,
    )
  }
  return rounded(marks, weights)
}

function labelOf(kind: Reply['kind']): Label {
  if (kind === 'natural') return 'request'
  return kind === 'wrong-number' ? kind : 'nothing'
}

function marksSeenOften(all: readonly string[]): ReadonlyMap<string, number> {
  const seen = new Map<string, number>()
  for (const mark of all) seen.set(mark, (seen.get(mark) ?? 0) + 1)
  const often = [...seen].filter(([, times]) => times >= FEWEST_SEEN)
  return new Map(often.map(([mark], at) => [mark, at]))
}

/** Of a message that means something the sentence that does, as far as is known; of any other every sentence. */
function chosen({ label, sentences }: Example, known: Float64Array | null): [Label, Int32Array][] {
  if (label === 'nothing' || sentences.length === 1) return sentences.map((own) => [label, own])
  if (known === null) return []
  const scores = sentences.map((own) => oddsOf(known, own)[label === 'request' ? 0 : 1])
  const likeliest = sentences[scores.indexOf(Math.max(...scores))]
  return likeliest === undefined ? [] : [[label, likeliest]]
}

function oddsOf(weights: Float64Array, marks: Int32Array): [number, number] {
  let request = 0
  let wrongNumber = 0
  for (const mark of marks) {
    request += weights[2 * mark] ?? 0
    wrongNumber += weights[2 * mark + 1] ?? 0
  }
  return [request, wrongNumber]
}

function fit(sentences: readonly [Label, Int32Array][], size: number, epochs: number): Float64Array {
  const weights = new Float64Array(2 * size)
  const past = new Float64Array(2 * size).fill(1e-6)
  const order = sentences.slice()
  const random = randomNumbers()
  const step = (at: number, slope: number): void => {
    past[at] = (past[at] ?? 0) + slope * slope
    weights[at] = (weights[at] ?? 0) - (RATE * slope) / Math.sqrt(past[at])
  }
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random)
    for (const [label, marks] of order) {
      const [request, wrongNumber] = oddsOf(weights, marks)
      const top = Math.max(0, request, wrongNumber)
      const [asks, errs] = [Math.exp(request - top), Math.exp(wrongNumber - top)]
      const all = Math.exp(-top) + asks + errs
      for (const mark of marks) {
        step(2 * mark, asks / all - (label === 'request' ? 1 : 0))
        step(2 * mark + 1, errs / all - (label === 'wrong-number' ? 1 : 0))
      }
    }
    weights.forEach((weight, at) => {
      const cut = (THRIFT * order.length * RATE) / Math.sqrt(past[at] ?? 1)
      weights[at] = Math.sign(weight) * Math.max(0, Math.abs(weight) - cut)
    })
  }
  return weights
}

/** Always the same numbers from 0 to 1 (a linear congruential generator), so that learning can be repeated. */
function randomNumbers(): () => number {
  const modulus = 2 ** 31
  let state = 1
  return () => {
    state = (state * 1103515245 + 12345) % modulus
    return state / modulus
  }
}

function shuffle(all: [Label, Int32Array][], random: () => number): void {
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    const [a, b] = [all[at], all[other]]
    if (a !== undefined && b !== undefined) [all[at], all[other]] = [b, a]
  }
}

function rounded(marks: ReadonlyMap<string, number>, weights: Float64Array): Weights {
  const tenths = (at: number): number => Math.round((weights[at] ?? 0) * STEPS_PER_UNIT) / STEPS_PER_UNIT
  return new Map(
    [...marks]
      .map(([mark, at]) => [mark, [tenths(2 * at), tenths(2 * at + 1)]] as const)
      .filter(([, [request, wrongNumber]]) => request !== 0 || wrongNumber !== 0),
  )
}

/** The likeliest sentence of a text: how much it speaks for a request or for a wrong number. */
export function scoreOfText(weights: Weights, text: string): number {
  const scores = sentencesOf(text).map((marks) => scoreOf(weights, marks))
  return Math.max(...scores.map(({ request, wrongNumber }) => Math.max(request, wrongNumber)))
}

/** The source of src/domain/consent/opt-out-weights.ts. */
function sourceOf(weights: Weights): string {
  const lines: string[] = []
  let line = ''
  for (const [mark, [request, wrongNumber]] of [...weights].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const entry = `${mark} ${request * STEPS_PER_UNIT} ${wrongNumber * STEPS_PER_UNIT}`
    if (line.length + entry.length > LONGEST_LINE) {
      lines.push(line)
      line = ''
    }
    line += `${line === '' ? '' : ', '}${entry}`
  }
  lines.push(line)
  return `${HEAD}\n${lines.map((entries) => `  ${entries}`).join(',\n')}\`
${TAIL}`
}
const LONGEST_LINE = 116
const HEAD = `import type { Weights } from './opt-out-scorecard.ts'

/*
 * Learned from test/domain/consent/replies.txt by test/domain/consent/learning.ts, which writes this file; do not edit.
 * A mark of a sentence (see opt-out-scorecard.ts), and how much it speaks for a request and for a wrong number, in tenths.
 */
const MARKS = \``
const TAIL = `
const entries = MARKS.trim().split(/,\\s+/)

export const WEIGHTS: Weights = new Map(
  entries.map((entry) => {
    const [mark = '', request, wrongNumber] = entry.split(' ')
    return [mark, [Number(request) / ${STEPS_PER_UNIT}, Number(wrongNumber) / ${STEPS_PER_UNIT}]]
  }),
)
`

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  const weights = learn([...readReplies(), ...readCallers()])
  writeFileSync(new URL('../../../src/domain/consent/opt-out-weights.ts', import.meta.url), sourceOf(weights))
  stdout.write(`${weights.size} marks\n`)
}
