import { existsSync } from 'node:fs'
import { cpuUsage } from 'node:process'
import { readClinical, type PracticeWords } from '../../src/domain/clinical/detect.ts'
import type { Bench, Table } from './bench.ts'
import { BUILT_ON, HELD_OUT, readPhrases, type Phrase } from './phrases.ts'

const NO_WORDS: PracticeWords = { add: [], remove: [] }
/** Of the normal distribution: 95 of 100 such intervals hold the true share. */
const Z_95 = 1.96
const TRANSCRIPT_WORDS = 100
const MEASURED_US = 2_000_000
const MEGABYTE = 1_000_000

export const clinical: Bench = {
  name: 'clinical',
  about:
    'how many emergencies and clinical phrases the word lists find, how often they are wrong, how fast they read',
  takesFiles: true,
  run(files) {
    const missing = files.find((file) => !existsSync(file))
    if (missing !== undefined)
      throw new Error(`${missing} cannot be read. Name files with labelled phrases, or none for our own.`)
    const sets: [string, readonly string[]][] =
      files.length > 0
        ? files.map((file) => [file, [file]])
        : [
            ['Phrases the rules and the second net were built on', BUILT_ON],
            ['Phrases held out: written afterwards, nothing changed because of them', HELD_OUT],
          ]
    const read = sets.map(([title, from]) => ({ title, phrases: readPhrases(from).map(readPhrase) }))
    const tables = read.map(({ title, phrases }) => accuracy(title, phrases))
    return Promise.resolve([...tables, speed(read.flatMap(({ phrases }) => phrases))])
  },
}

type ReadPhrase = Phrase & { readonly kind: string }

function readPhrase(phrase: Phrase): ReadPhrase {
  return { ...phrase, kind: readClinical(phrase.text, NO_WORDS).class }
}

/** Recall: of those labelled so, how many were read so. Precision: of those read so, how many were labelled so. */
function accuracy(title: string, phrases: readonly ReadPhrase[]): Table {
  const languages = [...new Set(phrases.map(({ language }) => language))].sort()
  const rows = [...languages, 'all'].flatMap((language) => {
    const group = phrases.filter((phrase) => language === 'all' || phrase.language === language)
    const isUrgent = ({ kind }: ReadPhrase): boolean => kind === 'urgent'
    const isRaised = ({ kind }: ReadPhrase): boolean => kind !== 'none'
    const urgent = group.filter(({ label }) => label === 'urgent')
    const raised = group.filter(({ label }) => label !== 'none')
    const harmless = group.filter(({ label }) => label === 'none')
    // What a collection calls clinical may be urgent: nobody can say whether reading it so is right.
    const judged = group.filter(({ label }) => label !== 'any').filter(isUrgent)
    return [
      [`${language}: urgent`, share(urgent, isUrgent), share(judged, ({ label }) => label === 'urgent')],
      [
        `${language}: clinical or urgent`,
        share(raised, isRaised),
        share(group.filter(isRaised), ({ label }) => label !== 'none'),
      ],
      [
        `${language}: none`,
        share(harmless, ({ kind }) => kind === 'none'),
        share(
          group.filter(({ kind }) => kind === 'none'),
          ({ label }) => label === 'none',
        ),
      ],
    ]
  })
  return { title, columns: ['class', 'recall', 'precision'], rows }
}

/** A share with its 95 % interval, after Wilson (1927): it stays within 0 and 1 for few phrases too. */
function share(group: readonly ReadPhrase[], isHit: (phrase: ReadPhrase) => boolean): string {
  const total = group.length
  if (total === 0) return '–'
  const hits = group.filter(isHit).length
  const { low, high } = wilson(hits, total)
  const digits = [hits / total, low, high].map((value) => value.toFixed(3))
  return `${String(digits[0])} (${String(digits[1])}–${String(digits[2])}), ${String(hits)} of ${String(total)}`
}

function wilson(hits: number, total: number): { low: number; high: number } {
  const rate = hits / total
  const square = Z_95 ** 2
  const middle = rate + square / (2 * total)
  const reach = Z_95 * Math.sqrt((rate * (1 - rate)) / total + square / (4 * total ** 2))
  return {
    low: Math.max(0, (middle - reach) / (1 + square / total)),
    high: Math.min(1, (middle + reach) / (1 + square / total)),
  }
}

/** In seconds of processor time of one core, which other work on the machine disturbs less than the clock on the wall. */
function speed(phrases: readonly Phrase[]): Table {
  const words = phrases.flatMap(({ text }) => text.split(/\s+/))
  const texts: string[] = []
  for (let at = 0; at + TRANSCRIPT_WORDS <= words.length; at += TRANSCRIPT_WORDS)
    texts.push(words.slice(at, at + TRANSCRIPT_WORDS).join(' '))
  if (texts.length === 0) texts.push(words.join(' '))
  readAll(texts)
  let rounds = 0
  const begun = cpuUsage().user
  while (cpuUsage().user - begun < MEASURED_US) {
    readAll(texts)
    rounds += 1
  }
  const seconds = (cpuUsage().user - begun) / 1e6
  const wordsRead = rounds * texts.reduce((sum, text) => sum + text.split(' ').length, 0)
  const whole = `${texts.join('. ')}. `
  const once = secondsFor(whole.repeat(Math.ceil(MEGABYTE / whole.length)).slice(0, MEGABYTE))
  const tenfold = secondsFor(whole.repeat(Math.ceil((10 * MEGABYTE) / whole.length)).slice(0, 10 * MEGABYTE))
  return {
    title: 'Speed on one core, phrases joined to transcripts of 100 words',
    columns: ['what', 'figure'],
    rows: [
      ['words a second', Math.round(wordsRead / seconds).toLocaleString('en')],
      ['transcripts a second', Math.round((rounds * texts.length) / seconds).toLocaleString('en')],
      ['a text of 1 MB', `${once.toFixed(2)} s`],
      ['a text of 10 MB', `${tenfold.toFixed(2)} s`],
      ['10 MB against 1 MB (10: in step with the length)', (tenfold / once).toFixed(1)],
    ],
  }
}

function readAll(texts: readonly string[]): void {
  for (const text of texts) readClinical(text, NO_WORDS)
}

function secondsFor(text: string): number {
  const begun = cpuUsage().user
  readClinical(text, NO_WORDS)
  return (cpuUsage().user - begun) / 1e6
}
