import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'
import { loadPolicies } from '../../../src/casework/policy/load.ts'
import { PolicyError } from '../../../src/casework/policy/problems.ts'

/** The example practice's file as it stands in the project. */
export const EXAMPLE = readFileSync('clinic.yaml', 'utf8')

/** The example with one passage changed. */
export function changed(from: string, to: string): string {
  expect(EXAMPLE, 'the example still has the passage').toContain(from)
  return EXAMPLE.replace(from, to)
}

/** A folder for clinic files that lives as long as one test. */
export function clinicFolder(): {
  readonly path: () => string
  readonly write: (text: string, name?: string) => string
} {
  let path = ''
  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'clinic-'))
  })
  afterEach(() => {
    rmSync(path, { recursive: true })
  })
  return {
    path: () => path,
    write: (text, name = 'clinic.yaml') => {
      writeFileSync(join(path, name), text)
      return join(path, name)
    },
  }
}

/** Every mistake in the files at a path, as people read it or as a log does; none when they load. */
export function problemsOf(path: string, told: 'problems' | 'forLog' = 'problems'): readonly string[] {
  try {
    loadPolicies(path)
  } catch (error) {
    if (error instanceof PolicyError) return error[told]
    throw error
  }
  return []
}

/** `clinic.yaml:12:3` of the first place where a passage stands in a text. */
export function placeOf(text: string, passage: string, file = 'clinic.yaml'): string {
  const before = text.slice(0, text.indexOf(passage)).split('\n')
  return `${file}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`
}
