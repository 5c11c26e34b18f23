import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export interface FolderLock {
  release(): void
}

/** Another live process works on the folder. The text names both and says what to do. */
export class FolderInUse extends Error {}

/**
 * Takes the folder for this process until `release()` or until the process ends, however it ends.
 *
 * Node has no file lock of its own, and a file with a process id in it cannot be taken over safely after a crash: two
 * newcomers may both find it stale, and ids are used again. SQLite, which Node brings along, holds a lock that the
 * operating system itself lets go of when a process dies. The file holds one row, the holder's process id, and while the
 * holder lives an open transaction that lets others read but not write.
 * @throws FolderInUse at once when another process has it.
 */
export function lockFolder(folder: string): FolderLock {
  const file = new DatabaseSync(join(folder, 'ringback.lock'), { timeout: 500 })
  try {
    file.exec('CREATE TABLE IF NOT EXISTS holder (pid INTEGER NOT NULL)')
    file.exec('BEGIN IMMEDIATE; DELETE FROM holder')
    file.prepare('INSERT INTO holder VALUES (?)').run(process.pid)
    file.exec('COMMIT; BEGIN IMMEDIATE')
  } catch (error) {
    const pid = holderOf(file)
    file.close()
    if (!isBusy(error)) throw error
    throw new FolderInUse(
      `The data folder ${folder} is in use by another Ringback${pid}. Stop that one, or give this one a folder of its own ` +
        'with DATA_DIR. Several processes that shall work together all need the same DATABASE_URL instead.',
      { cause: error },
    )
  }
  return {
    release: () => {
      if (file.isOpen) file.close()
    },
  }
}

/** SQLITE_BUSY, also in its extended forms, which carry more in the higher bits. */
function isBusy(error: unknown): boolean {
  const code = (error as { errcode?: unknown }).errcode
  return typeof code === 'number' && (code & 0xff) === 5
}

function holderOf(file: DatabaseSync): string {
  try {
    const pid = file.prepare('SELECT pid FROM holder').get()?.['pid']
    return typeof pid === 'number' ? ` (process ${pid})` : ''
  } catch {
    // The holder is writing its id at this moment.
    return ''
  }
}
