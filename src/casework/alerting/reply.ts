import { randomUUID } from 'node:crypto'
import type { StaffAlert } from '../../../prisma/generated/client.ts'
import { readCode } from '../../domain/alerting/code.ts'
import { ALERT_ANSWERS, answerText, languageOf, type AlertAnswer } from '../../domain/alerting/words.ts'
import { readClinical } from '../../domain/clinical/detect.ts'
import { readOptOut } from '../../domain/consent/opt-out.ts'
import type { Line, Policy } from '../../domain/policy/policy.ts'
import type { Casework } from '../casework.ts'
import { record } from '../record.ts'
import { acknowledgeAlert } from './acknowledge.ts'

type Reply = {
  readonly messageSid: string
  readonly phone: string
  readonly body: string
  readonly mediaCount: number
}

/** A code of an alert that is over is known for so long, so that a late answer is told kindly that somebody has the item. */
const KNOWN_FOR_MS = 7 * 86_400_000

/**
 * A text from somebody on the practice's on-call list that consists of a code. It is written down as a text of no item, since it is about
 * no request of the sender's own, and answered in fixed words.
 * @returns what to answer; null for every other text, which is that of anybody: also a code from a phone that is on no list, one while
 * nothing was asked of this phone, and one beside words that must not be lost.
 */
export async function alertReplied(
  deps: Casework,
  { policy, line }: { readonly policy: Policy; readonly line: Line },
  reply: Reply,
  at: Date,
): Promise<string | null> {
  const { phone, messageSid, body } = reply
  const contact = policy.onCall.find((one) => one.phone === phone)
  const code = readCode(body)
  if (!contact || code === null || reply.mediaCount > 0 || saysMore(body, policy)) return null
  const alert = await alertOf(deps, { clinicId: policy.clinicId, phone, code }, at)
  const asked = alert ?? (await anyOpenAlert(deps, policy.clinicId, phone, at))
  if (!asked) return null
  const contactId = alert?.followUp.contactId ?? null
  const { answer } = await record<AlertAnswer>(
    deps,
    { receipt: `text:${messageSid}`, at, contact: { id: contactId } },
    async (desk) => {
      const item = alert && (await desk.item(alert.followUpId))
      await desk.tx.message.create({
        data: {
          ...{ id: randomUUID(), clinicId: policy.clinicId, lineId: line.id, direction: 'in' },
          ...{ state: 'received', sid: messageSid, phone, body, createdAt: desk.at },
        },
      })
      if (!alert || !item) return 'wrong-code'
      const now = await desk.tx.staffAlert.findUniqueOrThrow({ where: { id: alert.id } })
      return acknowledgeAlert(desk, now, item, 'code')
    },
  )
  if (answer === null || !ALERT_ANSWERS.includes(answer)) return null
  const number = alert?.followUp.number ?? null
  return answerText(answer, languageOf(contact, policy), { practice: policy.name, number })
}

/** An opt-out and clinical words count whatever stands beside them. */
function saysMore(body: string, { clinical }: Policy): boolean {
  return readOptOut(body, undefined).kind !== 'none' || readClinical(body, clinical.words).class !== 'none'
}

type AlertOfReply = StaffAlert & {
  readonly followUp: { readonly contactId: string | null; readonly number: number }
}

/** The alert that a code means: the open one, or else the latest that had it. */
async function alertOf(
  { db }: Casework,
  whose: { readonly clinicId: string; readonly phone: string; readonly code: string },
  at: Date,
): Promise<AlertOfReply | null> {
  const since = new Date(at.getTime() - KNOWN_FOR_MS)
  const alerts = await db.staffAlert.findMany({
    where: { ...whose, createdAt: { gte: since } },
    include: { followUp: { select: { contactId: true, number: true } } },
    orderBy: { createdAt: 'desc' },
  })
  return alerts.find(({ endedAt }) => endedAt === null) ?? alerts[0] ?? null
}

async function anyOpenAlert({ db }: Casework, clinicId: string, phone: string, at: Date): Promise<boolean> {
  const since = new Date(at.getTime() - KNOWN_FOR_MS)
  const where = { clinicId, phone, createdAt: { gte: since }, endedAt: null }
  return (await db.staffAlert.count({ where })) > 0
}
