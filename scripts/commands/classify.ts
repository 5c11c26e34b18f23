import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { readClinical } from '../../src/domain/clinical/detect.ts'
import { readOptOut } from '../../src/domain/consent/opt-out.ts'
import { CannotDo, readFlags, type Command } from './command.ts'
import { linesOf } from './lines.ts'

export const classify: Command = {
  name: 'classify',
  usage: [
    [
      'classify FILE|-',
      'reads one phrase a line and writes one JSON verdict a line: clinical words and wishes for no more texts',
    ],
  ],
  async run(args, io) {
    const { FILE: file = '' } = readFlags(args, {}, ['FILE']).words
    if (file !== '-') await readable(file)
    for await (const phrase of linesOf(file === '-' ? io.stdin : createReadStream(file))) {
      if (!io.stdout.write(`${JSON.stringify(verdict(phrase))}\n`)) await drained(io.stdout)
    }
    return 0
  },
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

/** What the built-in word lists say of a phrase; a practice's own words are not asked. */
function verdict(phrase: string) {
  const reading = readClinical(phrase)
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
