import { loadPolicies } from '../../src/casework/policy/load.ts'
import { PolicyError } from '../../src/casework/policy/problems.ts'
import { readFlags, runPart, type Command, type Io } from './command.ts'
import { practiceAsLines } from './practice-in-words.ts'

export const clinic: Command = {
  name: 'clinic',
  usage: [
    ['clinic check FILE', 'reads a clinic file, or a folder of them, and lists every mistake with its place'],
  ],
  run: (args, io) => runPart('clinic', { check }, args, io),
}

function check(args: readonly string[], io: Io): Promise<number> {
  const { FILE: file = '' } = readFlags(args, {}, ['FILE']).words
  try {
    for (const policy of loadPolicies(file)) io.stdout.write(practiceAsLines(policy))
    return Promise.resolve(0)
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error
    const { problems } = error
    io.stdout.write(`${problems.join('\n')}\n\n${String(problems.length)} to mend.\n`)
    return Promise.resolve(1)
  }
}
