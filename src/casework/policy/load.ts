import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import type { Policy } from '../../domain/policy/policy.ts'
import { assemblePolicy } from './assemble.ts'
import { crossCheck } from './checks.ts'
import {
  describeMistake,
  mistakesOf,
  PolicyError,
  problemAt,
  type Problem,
  type SourceFile,
} from './problems.ts'
import { CLINIC_FILE, SECTIONS, type ClinicFile, type ReadSections } from './schema.ts'

/**
 * Reads the clinic files.
 * @param path a YAML file with one practice, or a folder of such files.
 * @throws PolicyError with every mistake in every file, one line each; nothing is loaded then.
 */
export function loadPolicies(path: string): Policy[] {
  const files = filesAt(path).map((file) => readClinicFile(basename(file), readFileSync(file, 'utf8')))
  const problems = [...files.flatMap((file) => file.problems), ...clashes(files)]
  if (problems.length > 0) throw new PolicyError(problems)
  return files.flatMap(({ content }) => (content ? [assemblePolicy(content)] : []))
}

function filesAt(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isFile()) return [path]
  const files = found?.isDirectory()
    ? readdirSync(path)
        .filter((name) => /\.ya?ml$/.test(name))
        .sort()
        .map((name) => join(path, name))
    : []
  if (files.length === 0) {
    throw new PolicyError([problemAt(path, 'no clinic file', 'a YAML file or a folder of them')])
  }
  return files
}

type ReadFile = {
  readonly source: SourceFile
  /** null when the file has mistakes */
  readonly content: ClinicFile | null
  /** what could be read in spite of them */
  readonly sections: ReadSections
  readonly problems: readonly Problem[]
}

function readClinicFile(name: string, text: string): ReadFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const source: SourceFile = { name, document, lines }
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => {
      const { line, col } = lines.linePos(error.pos[0])
      const found = `something that is not YAML (${error.message})`
      return problemAt(`${name}:${line}:${col}  the file`, found, 'it mended')
    })
    return { source, content: null, sections: {}, problems }
  }
  const raw: unknown = document.toJS()
  const read = CLINIC_FILE.safeParse(raw)
  const sections = readSections(raw)
  const mistakes = [...(read.success ? [] : mistakesOf(read.error)), ...crossCheck(sections)]
  return {
    source,
    content: read.success ? read.data : null,
    sections,
    problems: mistakes.map((mistake) => describeMistake(source, mistake)),
  }
}

/** Each section for itself, those with mistakes left out. */
function readSections(raw: unknown): ReadSections {
  if (typeof raw !== 'object' || raw === null) return {}
  const entries = Object.entries(SECTIONS).flatMap(([name, schema]) => {
    const read = schema.safeParse((raw as Record<string, unknown>)[name])
    return read.success ? [[name, read.data] as const] : []
  })
  return Object.fromEntries(entries)
}

/** A call must lead to one line of one practice, so numbers and ids may be used once over all files. */
function clashes(files: readonly ReadFile[]): Problem[] {
  const problems: Problem[] = []
  const phones = new Map<string, string>()
  const clinics = new Map<string, string>()
  for (const { source, sections } of files) {
    const { clinic, lines = [] } = sections
    const first = clinic === undefined ? undefined : clinics.get(clinic)
    if (first !== undefined) {
      const expected = `another name: ${first} has this one`
      problems.push(describeMistake(source, { path: ['clinic'], at: 'value', expected }))
    }
    if (clinic !== undefined) clinics.set(clinic, source.name)
    for (const [index, { phone }] of lines.entries()) {
      const other = phones.get(phone)
      if (other !== undefined) {
        const expected = `a number that no other line has (see ${other})`
        problems.push(describeMistake(source, { path: ['lines', index, 'phone'], at: 'value', expected }))
      }
      phones.set(phone, `${source.name}, line ${lines[index]?.id ?? ''}`)
    }
  }
  return [...problems, ...files.flatMap((file) => alertsToLines(file, files))]
}

/** Contacts on call whose phone is a line of another practice; its own lines are looked at with the file itself. */
function alertsToLines({ source, sections }: ReadFile, files: readonly ReadFile[]): Problem[] {
  const elsewhere = files.filter((file) => file.source !== source)
  return (sections.onCall ?? []).flatMap(({ phone }, index) => {
    const other = elsewhere.find(({ sections: { lines = [] } }) => lines.some((line) => line.phone === phone))
    if (!other) return []
    const expected = `the phone of a person, and not a line of another practice (see ${other.source.name})`
    return [describeMistake(source, { path: ['onCall', index, 'phone'], at: 'value', expected })]
  })
}
