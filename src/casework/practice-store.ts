import type { Policy } from '../domain/policy/policy.ts'
import { inTransaction, type Db, type Tx } from '../platform/db.ts'
import type { Former } from './casework.ts'
import { contentOf, formerPolicy } from './policy/policy-content.ts'

/**
 * Keeps what the clinic files say now: the lines, which items and calls point at, and the version of the rules that decisions
 * name. Lines that are gone stay, marked as not in use. Several processes may do this at once.
 * @returns what left the files and may have requests that are still open.
 */
export async function storePractices(db: Db, policies: readonly Policy[], at: Date): Promise<Former> {
  return inTransaction(db, async (tx) => {
    // One after the other, so that two processes never free and take numbers in each other's way.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('ringback practices'))`
    const lines = policies.flatMap((policy) => policy.lines.map((line) => ({ policy, line })))
    const before = await tx.clinicLine.findMany()
    const formerOf = (phone: string) => before.find((row) => row.phone === phone)
    // Numbers may move from one line to another, so those that do are freed first.
    for (const { line } of lines) {
      const former = formerOf(line.phone)
      if (!former || former.id === line.id) continue
      await tx.clinicLine.update({
        where: { id: former.id },
        data: { phone: `retired ${former.id}`, active: false },
      })
    }
    for (const { policy, line } of lines) {
      const { id, name, phone } = line
      const former = formerOf(phone)
      // The carrier's log of a number belongs to the practice since it has the number, whatever the line is called.
      const addedAt = former?.clinicId === policy.clinicId ? former.addedAt : at
      const row = { clinicId: policy.clinicId, name, phone, active: true }
      await tx.clinicLine.upsert({
        where: { id },
        create: { id, ...row, addedAt },
        update: { ...row, ...(former?.id === id ? {} : { addedAt }) },
      })
    }
    await tx.clinicLine.updateMany({
      where: { id: { notIn: lines.map(({ line }) => line.id) } },
      data: { active: false },
    })
    await keepVersions(tx, policies, at)
    return formerPractices(tx, policies)
  })
}

/** Every version is kept, since items and texts name it; the time it was last loaded says which one was the last. */
async function keepVersions(tx: Tx, policies: readonly Policy[], at: Date): Promise<void> {
  const ids = policies.map(({ version }) => version)
  await tx.policyVersion.updateMany({ where: { id: { in: ids } }, data: { lastLoadedAt: at } })
  const known = await tx.policyVersion.findMany({ where: { id: { in: ids } }, select: { id: true } })
  const fresh = policies.filter(({ version }) => !known.some(({ id }) => id === version))
  await tx.policyVersion.createMany({
    data: fresh.map((policy) => ({
      id: policy.version,
      clinicId: policy.clinicId,
      loadedAt: at,
      lastLoadedAt: at,
      content: contentOf(policy),
    })),
    skipDuplicates: true,
  })
}

/** Nothing that was asked of a practice is forgotten because its file, or one of its lines, is gone. */
async function formerPractices(tx: Tx, policies: readonly Policy[]): Promise<Former> {
  const lines = await tx.clinicLine.findMany({
    where: { id: { notIn: policies.flatMap((policy) => policy.lines.map(({ id }) => id)) } },
    select: { id: true, clinicId: true, name: true },
  })
  const gone = [...new Set(lines.map(({ clinicId }) => clinicId))].filter((clinicId) =>
    policies.every((policy) => policy.clinicId !== clinicId),
  )
  const versions = await tx.policyVersion.findMany({
    where: { clinicId: { in: gone } },
    orderBy: [{ lastLoadedAt: 'desc' }, { loadedAt: 'desc' }],
    distinct: ['clinicId'],
  })
  return { lines, policies: versions.flatMap(({ content }) => formerPolicy(content) ?? []) }
}
