import type { Policy } from '../domain/policy/policy.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import type { Log } from '../platform/log.ts'
import type { Jobs } from './jobs.ts'

/** What the use cases stand on. Made once by main.ts and handed down; nothing here is global. */
export type Casework = {
  readonly db: Db
  readonly clock: Clock
  readonly log: Log
  readonly jobs: Jobs
  readonly practices: Practices
}

/** The practices this process serves, by their rules as last read. */
export type Practices = {
  readonly all: readonly Policy[]
  /** Throws for a clinic that is in no clinic file: its items must not be worked under another's rules. */
  policy(clinicId: string): Policy
  /** Whether a clinic file describes the clinic. One that left the files stands still: its items wait as they are until it is back. */
  knows(clinicId: string): boolean
  /** The line that was called or texted; null when the number belongs to no practice here. */
  lineByPhone(phone: string): { readonly policy: Policy; readonly line: Policy['lines'][number] } | null
  line(lineId: string): { readonly policy: Policy; readonly line: Policy['lines'][number] }
  /** Null for a line that is in no clinic file, such as one that the practice gave up. */
  lineInUse(lineId: string): { readonly policy: Policy; readonly line: Policy['lines'][number] } | null
}

export function createPractices(policies: readonly Policy[]): Practices {
  const byId = new Map(policies.map((policy) => [policy.clinicId, policy]))
  const lines = policies.flatMap((policy) => policy.lines.map((line) => ({ policy, line })))
  const byPhone = new Map(lines.map((entry) => [entry.line.phone, entry]))
  const byLine = new Map(lines.map((entry) => [entry.line.id, entry]))
  return {
    all: policies,
    policy: (clinicId) => {
      const policy = byId.get(clinicId)
      if (!policy)
        throw new Error(`No clinic file describes the clinic "${clinicId}"; add it to CLINIC_FILE.`)
      return policy
    },
    knows: (clinicId) => byId.has(clinicId),
    lineByPhone: (phone) => byPhone.get(phone) ?? null,
    line: (lineId) => {
      const entry = byLine.get(lineId)
      if (!entry) throw new Error(`No clinic file describes the line "${lineId}"; add it to CLINIC_FILE.`)
      return entry
    },
    lineInUse: (lineId) => byLine.get(lineId) ?? null,
  }
}
