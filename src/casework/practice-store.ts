import type { Prisma } from '../../prisma/generated/client.ts'
import type { Policy } from '../domain/policy/policy.ts'
import { inTransaction, type Db } from '../platform/db.ts'

/**
 * Keeps what the clinic files say now: the lines, which items and calls point at, and the version of the rules that decisions
 * name. Lines that are gone stay, marked as not in use. Several processes may do this at once.
 */
export async function storePractices(db: Db, policies: readonly Policy[], at: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
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
    const known = await tx.policyVersion.findMany({
      where: { id: { in: policies.map(({ version }) => version) } },
      select: { id: true },
    })
    const fresh = policies.filter(({ version }) => !known.some(({ id }) => id === version))
    await tx.policyVersion.createMany({
      data: fresh.map((policy) => ({
        id: policy.version,
        clinicId: policy.clinicId,
        loadedAt: at,
        content: contentOf(policy),
      })),
      skipDuplicates: true,
    })
  })
}

/** The rules as data. Holidays are left out: they are computed from the state and the exceptions, which are in. */
function contentOf(policy: Policy): Prisma.InputJsonObject {
  const text = JSON.stringify(policy, (key, value: unknown) => (key === 'holidays' ? undefined : value))
  return JSON.parse(text) as Prisma.InputJsonObject
}
