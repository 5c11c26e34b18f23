import type { Call, Prisma } from '../../prisma/generated/client.ts'
import type { FollowUp } from '../domain/follow-up/item.ts'
import type { Language } from '../domain/follow-up/words.ts'
import type { Desk } from './record.ts'

/* A missed call has its item from the moment it is known to be missed, voicemail or not. All of this runs inside `record`. */

/** What a call is recorded with when it comes in. */
export type NewCall = Omit<Prisma.CallUncheckedCreateInput, 'followUpId'> & { followUpId: string | null }

/** A call that we know was missed. */
export async function missed(desk: Desk, call: Call): Promise<FollowUp> {
  const item = await missedItem(desk, call, await desk.openItemFor(call.clinicId, call.lineId))
  await desk.tx.call.update({
    where: { sid: call.sid },
    data: { state: 'missed', followUpId: item.id, answeredAt: null },
  })
  return item
}

/** A missed call joins the caller's open item or opens one. */
export function missedItem(
  desk: Desk,
  call: Pick<NewCall, 'sid' | 'clinicId' | 'lineId' | 'language' | 'openHours'>,
  open: FollowUp | null,
): Promise<FollowUp> {
  return open ? desk.apply(open, missedEvent(desk, call)) : desk.open(placeOf(call), missedEvent(desk, call))
}

/**
 * The item of a call of which something can only follow when nobody took it: a key in the greeting, a message. What said before that it
 * was missed got lost or is late.
 */
export async function itemOfMissed(desk: Desk, call: Call): Promise<FollowUp> {
  const own = call.state === 'missed' ? await desk.item(call.followUpId) : null
  return own ?? missed(desk, call)
}

/**
 * The item in which a person must see what a call brings that nobody has read or heard. Nobody looks at a closed item again, so then it
 * is the caller's open one or a new one.
 */
export async function openItemOf(desk: Desk, call: Call): Promise<FollowUp> {
  const own = await itemOfMissed(desk, call)
  if (own.status !== 'closed') return own
  const item =
    (await desk.openItemFor(call.clinicId, call.lineId)) ??
    (await desk.open(placeOf(call), missedEvent(desk, call)))
  await desk.tx.call.update({ where: { sid: call.sid }, data: { followUpId: item.id } })
  return item
}

function placeOf(call: Pick<NewCall, 'clinicId' | 'lineId' | 'language'>) {
  return {
    clinicId: call.clinicId,
    lineId: call.lineId,
    language: call.language as Language,
    trigger: 'missed-call',
  } as const
}

function missedEvent(desk: Desk, call: Pick<NewCall, 'sid' | 'language' | 'openHours'>) {
  return {
    type: 'call-missed',
    at: desk.at,
    callSid: call.sid,
    openHours: call.openHours,
    language: call.language as Language,
  } as const
}
