import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { loadPolicies } from '../../src/casework/policy/load.ts'
import { readClinical, type PracticeWords } from '../../src/domain/clinical/detect.ts'
import { readOptOut } from '../../src/domain/consent/opt-out.ts'
import { readConfig } from '../../src/platform/config.ts'
import { knownClinics } from './clinics.ts'
import { CannotDo, readFlags, type Command, type Io } from './command.ts'
import { linesOf } from './lines.ts'

export const classify: Command = {
  name: 'classify',
  usage: [
    [
      'classify [--clinic ID] FILE|-',
      'reads one phrase a line and writes one JSON verdict a line: clinical words, by the word list of the clinic (the first if none is named), and wishes for no more texts',
    ],
  ],
  async run(args, io) {
    const { flags, words } = readFlags(args, { clinic: { type: 'string' } }, ['FILE'])
    const { FILE: file = '' } = words
    const practiceWords = wordsOfClinic(io, flags.clinic)
    if (file !== '-') await readable(file)
    for await (const phrase of linesOf(file === '-' ? io.stdin : createReadStream(file))) {
      if (!io.stdout.write(`${JSON.stringify(verdict(phrase, practiceWords))}\n`)) await drained(io.stdout)
    }
    return 0
  },
}

/** What the named clinic adds to the built-in words and takes from them; the first clinic's when none is named. */
function wordsOfClinic(io: Io, clinic: string | undefined): PracticeWords {
  const config = readConfig(io.env)
  const [id] = knownClinics(config, clinic === undefined ? [] : [clinic])
  const policies = loadPolicies(config.clinicFile)
  const policy = id === undefined ? policies[0] : policies.find(({ clinicId }) => clinicId === id)
  return policy?.clinical.words ?? { add: [], remove: [] }
}

function drained(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => stream.once('drain', resolve))
}

async function readable(file: string): Promise<void> {
  try {
    await access(file)
  } catch (error) {
    throw new CannotDo(
      `${file} cannot be read. Name a file with one phrase a line, or - for standard input.`,
      { cause: error },
    )
  }
}

/** A phrase as the product reads it for a clinic with these words. */
function verdict(phrase: string, words: PracticeWords) {
  const reading = readClinical(phrase, words)
  const { kind } = readOptOut(phrase)
  return {
    class: reading.class,
    spans: reading.spans.map(({ start, end, category, rule }) => ({ start, end, category, rule })),
    discounted: reading.discounted.map(({ start, end, category, rule, why }) => ({
      start,
      end,
      category,
      rule,
      why,
    })),
    optOut: kind === 'keyword' || kind === 'natural' || kind === 'wrong-number' ? kind : 'none',
  }
}
