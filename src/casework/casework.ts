import type { Line, Policy } from '../domain/policy/policy.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import type { Log } from '../platform/log.ts'
import type { Jobs } from './jobs.ts'
import type { Listeners } from './outgoing/announce.ts'

/** What the use cases stand on. Made once by main.ts and handed down; nothing here is global. */
export type Casework = {
  readonly db: Db
  readonly clock: Clock
  readonly log: Log
  readonly jobs: Jobs
  readonly practices: Practices
  /** other systems that want to hear what happens */
  readonly listeners: Listeners
}

/** The practices this process serves, by their rules as last read. A use case asks anew each time: the rules may be read again. */
export type Practices = {
  /** those in the clinic files now */
  readonly all: readonly Policy[]
  /** those too that left the files and whose requests are still here */
  readonly known: readonly Policy[]
  /**
   * Throws for a clinic that never was in a clinic file: its items must not be worked under another's rules. One that left the files keeps
   * the rules it had last, without texts.
   */
  policy(clinicId: string): Policy
  /** Whether its rules are known: it is in the clinic files or was. The items of one that never was wait as they are. */
  knows(clinicId: string): boolean
  /** The line that was called or texted; null when the number belongs to no practice here. */
  lineByPhone(phone: string): { readonly policy: Policy; readonly line: Line } | null
  /** A line that left the files speaks with the number and the words of its practice's first one. Throws for one that never was. */
  line(lineId: string): { readonly policy: Policy; readonly line: Line }
  /** Puts other rules in place of these, all at once; reload.ts says when. */
  replace(policies: readonly Policy[], former: Former): void
  /** the ids of all lines from which texts may leave */
  readonly linesInUse: readonly string[]
  /** Null for a line whose texts cannot leave: one that never was in a file, or of a practice that left the files. */
  lineInUse(lineId: string): { readonly policy: Policy; readonly line: Line } | null
}

/** What was in the clinic files once and is in the database still. */
export type Former = {
  /** practices by the rules they had last */
  readonly policies: readonly Policy[]
  readonly lines: readonly { readonly id: string; readonly clinicId: string; readonly name: string }[]
}
const NOTHING_FORMER: Former = { policies: [], lines: [] }

/**
 * @param policies what the clinic files say.
 * @param former what they said before and is still needed.
 */
export function createPractices(policies: readonly Policy[], former = NOTHING_FORMER): Practices {
  let book = openBook(policies, former)
  return {
    get all() {
      return book.all
    },
    get known() {
      return book.known
    },
    policy: (clinicId) => {
      const policy = book.byId.get(clinicId)
      if (!policy)
        throw new Error(`No clinic file describes the clinic "${clinicId}"; add it to CLINIC_FILE.`)
      return policy
    },
    knows: (clinicId) => book.byId.has(clinicId),
    lineByPhone: (phone) => book.byPhone.get(phone) ?? null,
    line: (lineId) => {
      const entry = book.byLine.get(lineId)
      if (!entry) throw new Error(`No clinic file describes the line "${lineId}"; add it to CLINIC_FILE.`)
      return entry
    },
    get linesInUse() {
      return book.linesInUse
    },
    lineInUse: (lineId) => {
      const entry = book.byLine.get(lineId)
      return entry && book.all.includes(entry.policy) ? entry : null
    },
    replace: (next, left) => {
      book = openBook(next, left)
    },
  }
}

function openBook(policies: readonly Policy[], former: Former) {
  const known = [...policies, ...former.policies]
  const byId = new Map(known.map((policy) => [policy.clinicId, policy]))
  const lines = policies.flatMap((policy) => policy.lines.map((line) => ({ policy, line })))
  const left = former.lines.flatMap(({ id, clinicId, name }) => {
    const policy = byId.get(clinicId)
    const [first] = policy?.lines ?? []
    return policy && first ? [{ policy, line: { ...first, id, name } }] : []
  })
  return {
    all: policies,
    known,
    byId,
    byPhone: new Map(lines.map((entry) => [entry.line.phone, entry])),
    byLine: new Map([...left, ...lines].map((entry) => [entry.line.id, entry])),
    linesInUse: [...left, ...lines].flatMap(({ policy, line }) =>
      policies.includes(policy) ? [line.id] : [],
    ),
  }
}
