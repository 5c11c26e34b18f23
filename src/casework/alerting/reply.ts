import { randomUUID } from 'node:crypto'
import type { StaffAlert } from '../../../prisma/generated/client.ts'
import { readCode } from '../../domain/alerting/code.ts'
import { ALERT_ANSWERS, answerText, type AlertAnswer } from '../../domain/alerting/words.ts'
import { readClinical } from '../../domain/clinical/detect.ts'
import { readOptOut } from '../../domain/consent/opt-out.ts'
import type { PageLanguage } from '../../domain/follow-up/words.ts'
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
 * A text from somebody on the on-call list of a practice that answers an alert, on whichever line it comes: who is on call for two
 * practices has a thread with each. It is written down as a text of no item, since it is about no request of the sender's own, and
 * answered in fixed words.
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
  const lists = deps.practices.all.filter(({ onCall }) => onCall.some((one) => one.phone === phone))
  if (lists.length === 0 || reply.mediaCount > 0) return null
  const read = readCode(body)
  if (read === null || saysMore(body, policy)) return null
  const asked = await askedOf(deps, { phone, clinicIds: lists.map(({ clinicId }) => clinicId) }, at)
  const alert = read === 'without-code' ? null : meantBy(read.code, asked)
  const latest = alert ?? asked.find(({ endedAt }) => endedAt === null)
  const practice = lists.find(({ clinicId }) => clinicId === latest?.clinicId)
  if (!latest || !practice) return null
  const { answer } = await record<AlertAnswer>(
    deps,
    { receipt: `text:${messageSid}`, at, contact: { id: alert?.followUp.contactId ?? null } },
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
      const taken = await acknowledgeAlert(desk, now, item, 'code')
      return taken === 'alerted-anew' ? 'wrong-code' : taken
    },
  )
  if (answer === null || !ALERT_ANSWERS.includes(answer)) return null
  const number = alert?.followUp.number ?? null
  return answerText(answer, latest.language as PageLanguage, { practice: practice.name, number })
}

/** An opt-out and clinical words count whatever stands beside them. */
function saysMore(body: string, { clinical }: Policy): boolean {
  return readOptOut(body, undefined).kind !== 'none' || readClinical(body, clinical.words).class !== 'none'
}

type AlertOfReply = StaffAlert & {
  readonly followUp: { readonly contactId: string | null; readonly number: number }
}

/** What was asked of a phone by these practices while its codes are known, newest first. */
function askedOf(
  { db }: Casework,
  { phone, clinicIds }: { readonly phone: string; readonly clinicIds: readonly string[] },
  at: Date,
): Promise<readonly AlertOfReply[]> {
  return db.staffAlert.findMany({
    where: {
      phone,
      clinicId: { in: [...clinicIds] },
      createdAt: { gte: new Date(at.getTime() - KNOWN_FOR_MS) },
    },
    include: { followUp: { select: { contactId: true, number: true } } },
    orderBy: { createdAt: 'desc' },
  })
}

/** The open alert that a code means, or else the latest that had it. */
function meantBy(code: string, asked: readonly AlertOfReply[]): AlertOfReply | null {
  const alerts = asked.filter((alert) => alert.code === code)
  return alerts.find(({ endedAt }) => endedAt === null) ?? alerts[0] ?? null
}
