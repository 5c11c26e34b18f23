import { isAlias, isMap, isScalar, isSeq, type Document, type LineCounter, type Node } from 'yaml'
import type { z } from 'zod'
import type { Language } from '../../domain/follow-up/words.ts'
import { suggestion } from './spelling.ts'

/** Where a value stands in the file: names of settings and positions in lists. */
export type Path = readonly (string | number)[]

/** One thing that is wrong with a clinic file. */
export type Problem = {
  /** `file:line:col  where: found …, expected …` */
  readonly text: string
  /** the same without what was found, which may be somebody's name or number: fit for a log */
  readonly forLog: string
}

/** All that is wrong with the clinic files, one line each. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError'
  readonly problems: readonly string[]
  readonly forLog: readonly string[]

  constructor(problems: readonly Problem[]) {
    super(
      `The clinic file has ${problems.length} mistake(s):\n${problems.map(({ text }) => text).join('\n')}`,
    )
    this.problems = problems.map(({ text }) => text)
    this.forLog = problems.map(({ forLog }) => forLog)
  }
}

/** One clinic file with the places of everything in it. */
export type SourceFile = {
  readonly name: string
  readonly document: Document
  readonly lines: LineCounter
}

/** A mistake at a place. `at` says which word to point to: the setting's name or what it was set to. */
export type Mistake = {
  readonly path: Path
  readonly at: 'name' | 'value'
  readonly found?: string
  readonly expected: string
}

/** Words that are not there in a language of the practice. */
export function missingLanguage(path: Path, language: Language): Mistake {
  return {
    path,
    at: 'value',
    found: 'nothing',
    expected: `a text in ${language}, because the practice speaks it`,
  }
}

/** A mistake in words. */
export function describeMistake(file: SourceFile, mistake: Mistake): Problem {
  const found = mistake.found ?? describeValue(valueAt(file, mistake.path))
  return problemAt(`${position(file, mistake)}  ${pathInWords(mistake.path)}`, found, mistake.expected)
}

/** @param place where it is: file, line and column, and the way to it in words. */
export function problemAt(place: string, found: string, expected: string): Problem {
  return { text: `${place}: found ${found}, expected ${expected}`, forLog: `${place}: expected ${expected}` }
}

/** What zod found, as mistakes: one for each unknown name, one for each issue otherwise. */
export function mistakesOf(error: z.core.$ZodError): Mistake[] {
  const mistakes = readIssues(error)
  return mistakes.filter((mistake) => !mistakes.some((other) => explains(other, mistake)))
}

/** A misspelt name is also a missing one; the first says enough. */
function explains(other: Mistake, missing: Mistake): boolean {
  const name = String(missing.path.at(-1))
  const sameGroup = other.path.slice(0, -1).join('/') === missing.path.slice(0, -1).join('/')
  return other !== missing && other.at === 'name' && sameGroup && other.expected === suggestion(name)
}

function readIssues(error: z.core.$ZodError): Mistake[] {
  return error.issues.flatMap((issue): Mistake[] => {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)))
    if (issue.code === 'unrecognized_keys') {
      const expectations = issue.message.split('\n')
      return issue.keys.map((key, index) => ({
        path: [...path, key],
        at: 'name',
        found: `the name "${key}"`,
        expected: expectations[index] ?? 'no such name',
      }))
    }
    if (issue.code === 'invalid_key') {
      const expected = issue.issues[0]?.message ?? issue.message
      return [{ path, at: 'name', found: `the name "${String(path.at(-1) ?? '')}"`, expected }]
    }
    return [{ path, at: 'value', expected: issue.message }]
  })
}

function valueAt(file: SourceFile, path: Path): unknown {
  let value: unknown = file.document.toJS()
  for (const part of path) {
    if (typeof value === 'string') return value
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined
  }
  return value
}

function describeValue(value: unknown): string {
  if (value === undefined || value === null) return 'nothing'
  if (typeof value === 'string') return value.length > 60 ? `"${value.slice(0, 57)}..."` : `"${value}"`
  if (typeof value === 'number') return `the number ${value}`
  if (typeof value === 'boolean') return String(value)
  return Array.isArray(value) ? 'a list' : 'a group'
}

/** `lines › 2nd entry › phone` */
function pathInWords(path: Path): string {
  if (path.length === 0) return 'the file'
  return path.map((part) => (typeof part === 'number' ? `entry ${part + 1}` : part)).join(' › ')
}

/** `clinic.yaml:12:9` of the mistake, or of the nearest thing around it that is in the file. */
function position(file: SourceFile, { path, at }: Mistake): string {
  let node: unknown = file.document.contents
  let offset = startOf(node) ?? 0
  for (const [index, part] of path.entries()) {
    if (isAlias(node)) node = node.resolve(file.document)
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(part))
      if (!pair) break
      offset = startOf(pair.key) ?? offset
      node = pair.value
      if (index === path.length - 1 && at === 'value') offset = startOf(node) ?? offset
    } else if (isSeq(node) && typeof part === 'number' && part in node.items) {
      node = node.items[part]
      offset = startOf(node) ?? offset
    } else break
  }
  const { line, col } = file.lines.linePos(offset)
  return `${file.name}:${line}:${col}`
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0]
}
