import { randomUUID } from 'node:crypto'
import type { Casework } from './casework.ts'
import { tellOfPractices, type Change } from './changes.ts'
import { loadPolicies } from './policy/load.ts'
import { PolicyError } from './policy/problems.ts'
import { storePractices } from './practice-store.ts'

/** What came of reading the clinic files again. */
export type Reloaded =
  /** the rules of these versions count from now on */
  | { readonly type: 'loaded'; readonly versions: readonly string[] }
  /** the files have mistakes, one line each, so the rules stay as they were */
  | { readonly type: 'kept'; readonly problems: readonly string[] }

export type Reload = {
  /**
   * Reads the clinic files again and, when they are without mistakes, puts their rules in force here and tells every other process to do
   * the same with its own files. Throws when the database does not answer; the rules stay then too.
   */
  readonly reload: () => Promise<Reloaded>
  /** Reads them again when a change says that another process did, or that this may have been missed. Throws nothing. */
  readonly heard: (change: Change) => Promise<void>
}

type Deps = Pick<Casework, 'db' | 'clock' | 'log' | 'practices'> & {
  /** a YAML file or a folder of them */
  readonly clinicFile: string
  /** called when other rules are in force, so that open pages show them */
  readonly onReplaced: () => void
}

/**
 * Reading the clinic files while the product runs. A bad file never replaces a good one: everything is read and checked before anything
 * changes, and the rules that a decision under way has read stay with it.
 */
export function createReload(deps: Deps): Reload {
  const self = randomUUID()
  // One after the other, so that what was read last counts.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = last.then(work)
    last = next.catch(() => undefined)
    return next
  }
  const readLater = async (isNeeded: () => Promise<boolean>): Promise<void> => {
    try {
      await inTurn(async () => ((await isNeeded()) ? readAgain(deps) : null))
    } catch (error) {
      deps.log.error({ err: error }, 'the clinic files could not be read again; the rules stay as they were')
    }
  }
  return {
    reload: () =>
      inTurn(async () => {
        const reloaded = await readAgain(deps)
        if (reloaded.type === 'loaded') await tellOfPractices(deps.db, self)
        return reloaded
      }),
    heard: async (change) => {
      if (change === 'missed-some') await readLater(() => othersReadAgain(deps))
      else if (change && 'practices' in change && change.practices.by !== self)
        await readLater(() => Promise.resolve(true))
    },
  }
}

/** Whether the rules that were last put in force for a practice of ours, by any process, are others than ours. */
async function othersReadAgain({ db, practices }: Deps): Promise<boolean> {
  const newest = await db.policyVersion.findMany({
    where: { clinicId: { in: practices.all.map(({ clinicId }) => clinicId) } },
    orderBy: { lastLoadedAt: 'desc' },
    distinct: ['clinicId'],
    select: { id: true },
  })
  const ours = versionsOf(practices.all)
  return newest.some(({ id }) => !ours.includes(id))
}

async function readAgain({ db, clock, log, practices, clinicFile, onReplaced }: Deps): Promise<Reloaded> {
  try {
    const before = versionsOf(practices.all)
    const policies = loadPolicies(clinicFile)
    practices.replace(policies, await storePractices(db, policies, clock.now()))
    const versions = versionsOf(policies)
    if (versions.join() !== before.join()) {
      log.info({ versions }, 'the rules of the clinic files count from now on')
      onReplaced()
    }
    return { type: 'loaded', versions }
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error
    log.error(
      { mistakes: error.forLog },
      'the clinic files have mistakes, so the rules stay as they were; "clinic check" says what was found',
    )
    return { type: 'kept', problems: error.problems }
  }
}

function versionsOf(policies: Casework['practices']['all']): string[] {
  return policies.map(({ version }) => version)
}
