import { parseArgs, type ParseArgsConfig } from 'node:util'

/** Where a command reads and writes; the real process, or a test. */
export type Io = {
  readonly stdin: NodeJS.ReadableStream
  readonly stdout: NodeJS.WritableStream
  readonly stderr: NodeJS.WritableStream
  readonly env: NodeJS.ProcessEnv
}

/** One command of `npm run ringback -- <name> …`. */
export type Command = {
  readonly name: string
  /** one line each: what to type, and what it does */
  readonly usage: readonly (readonly [form: string, purpose: string])[]
  /** @returns the exit code: 0 done, 1 not done. Throws UsageError for what cannot be read. */
  run(args: readonly string[], io: Io): Promise<number>
}

/** The command line is not as expected: exit code 2, and how to write it. */
export class UsageError extends Error {}

/** The command line is fine but it cannot be done as things are: exit code 1 and this text. */
export class CannotDo extends Error {}

/**
 * Reads flags, strictly.
 * @throws UsageError naming an unknown flag, a missing value, or more words than expected.
 */
export function readFlags<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
  words: readonly string[] = [],
) {
  const { values, positionals } = parsed(args, options)
  const given: Record<string, string> = {}
  for (const [index, name] of words.entries()) {
    const word = positionals[index]
    if (word === undefined) throw new UsageError(`${name} is missing.`)
    given[name] = word
  }
  const extra = positionals[words.length]
  if (extra !== undefined) throw new UsageError(`"${extra}" is one word too many.`)
  return { flags: values, words: given }
}

function parsed<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: true })
  } catch (error) {
    if (error instanceof TypeError)
      throw new UsageError(error.message.replace(/ To specify a positional.*$/s, ''))
    throw error
  }
}

/** The value of a flag that cannot be left out. */
export function required(value: string | undefined, flag: string): string {
  if (value === undefined || value.trim() === '') throw new UsageError(`${flag} is missing.`)
  return value.trim()
}

/** Values of a flag that may be given several times, each one of a set of words. */
export function wordsOf<Word extends string>(
  values: readonly string[] | undefined,
  flag: string,
  allowed: readonly Word[],
): Word[] {
  const words = [...new Set(values ?? [])].map((value) => {
    const word = allowed.find((candidate) => candidate === value)
    if (word === undefined)
      throw new UsageError(`${flag} ${value} is not known: it is one of ${allowed.join(', ')}.`)
    return word
  })
  if (words.length === 0) throw new UsageError(`${flag} is missing: at least one of ${allowed.join(', ')}.`)
  return words
}

/** Runs the part of a command that its first word names. */
export function runPart(
  command: string,
  parts: Readonly<Record<string, (args: readonly string[], io: Io) => Promise<number>>>,
  args: readonly string[],
  io: Io,
): Promise<number> {
  const [name, ...rest] = args
  const part = name !== undefined && Object.hasOwn(parts, name) ? parts[name] : undefined
  if (part) return part(rest, io)
  const known = Object.keys(parts).join(' or ')
  throw new UsageError(
    name === undefined
      ? `After ${command} comes ${known}.`
      : `"${command} ${name}" is not known: after ${command} comes ${known}.`,
  )
}
