import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Log } from '../platform/log.ts'
import { savedState, type SavedState } from './records.ts'

/** Real milliseconds between a change and the write that carries it, so that a burst of changes is one write. */
const COALESCE_MS = 150

/** A large memory takes long to write: at most a tenth of the time goes into writing. */
const WRITE_SHARE = 10

type StateFile = { readonly changed: () => void; readonly stop: () => void }

/**
 * What an earlier run left, or nothing when there was none.
 * @throws when the file is there but is not a state file, rather than overwriting somebody's data.
 */
export function readStateFile(path: string): SavedState | undefined {
  if (!existsSync(path)) return undefined
  try {
    return savedState.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    throw new Error(
      `${path} is not a readable sandbox state file: move it away or delete it, and the sandbox starts empty.`,
      { cause },
    )
  }
}

/** Keeps the file up with the state: written beside it and renamed over it, so that a crash leaves the old or the new one. */
export function keepStateFile(path: string, log: Log, current: () => SavedState): StateFile {
  let waiting: NodeJS.Timeout | undefined
  let lastWriteMs = 0
  mkdirSync(dirname(path), { recursive: true })
  const write = (): void => {
    clearTimeout(waiting)
    waiting = undefined
    const started = performance.now()
    const draft = `${path}.new`
    try {
      writeFileSync(draft, JSON.stringify(current()), { mode: 0o600 })
      renameSync(draft, path)
      lastWriteMs = performance.now() - started
    } catch (error) {
      log.error(
        { err: error },
        'the sandbox state file could not be written: a restart will not remember the last changes',
      )
    }
  }
  return {
    changed: () => {
      waiting ??= setTimeout(write, Math.max(COALESCE_MS, lastWriteMs * WRITE_SHARE))
    },
    stop: write,
  }
}
