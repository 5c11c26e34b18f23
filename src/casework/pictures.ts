import { z } from 'zod'
import type { CarrierPictures, PictureData } from '../platform/carrier/pictures.ts'
import { inTransaction } from '../platform/db.ts'
import type { Casework } from './casework.ts'
import { tellOf } from './item-store.ts'
import type { PictureId } from './texts.ts'
import type { Reader } from './view/dossier.ts'
import { mayReadWords } from './view/redaction.ts'

/** What looking at a picture takes: the record of who may, and the carrier that keeps it. */
export type Viewing = Pick<Casework, 'db' | 'clock'> & {
  readonly pictures: Pick<CarrierPictures, 'openPicture'>
}

export type Picture =
  | PictureData
  /** there is no such picture in the reader's practices */
  | { readonly type: 'not-found' }
  /** it is for the clinical team */
  | { readonly type: 'not-yours' }

const MEDIA = z.array(z.object({ sid: z.string(), contentType: z.string() }))

/** The pictures of an incoming text that can be opened, in the order in which the carrier named them. */
export function picturesOf(message: { readonly media: unknown }): readonly PictureId[] {
  return MEDIA.safeParse(message.media).data ?? []
}

/**
 * Opens a picture that somebody attached to a text, if this reader may see it: a text with a picture went to licensed staff when it came.
 * That somebody looks at it is in the audit before a byte is handed over; a refusal, or a picture that cannot be had, is not a viewing.
 * @param index its place among the pictures of the text, from 0.
 */
export async function openPicture(
  deps: Viewing,
  reader: Reader,
  messageSid: string,
  index: number,
): Promise<Picture> {
  const message = await deps.db.message.findUnique({
    where: { sid: messageSid },
    select: {
      direction: true,
      createdAt: true,
      clinicId: true,
      media: true,
      mediaDeletedAt: true,
      followUp: { include: { history: { orderBy: { id: 'asc' } } } },
    },
  })
  const wanted = message && picturesOf(message)[index]
  if (!wanted || message.direction !== 'in' || !message.followUp) return { type: 'not-found' }
  if (reader.clinics.length > 0 && !reader.clinics.includes(message.clinicId)) return { type: 'not-found' }
  if (!mayReadWords(message.followUp, reader, message.createdAt)) return { type: 'not-yours' }
  if (message.mediaDeletedAt !== null) return { type: 'gone' }
  const picture = await deps.pictures.openPicture(messageSid, wanted.sid)
  if (picture.type !== 'picture') return picture
  try {
    await deps.db.auditEntry.create({
      data: {
        at: deps.clock.now(),
        actor: reader.id,
        action: 'picture-viewed',
        subject: `message:${messageSid}/${String(index)}`,
        detail: { followUp: message.followUp.id },
      },
    })
    return picture
  } catch (error) {
    await picture.body.cancel()
    throw error
  }
}

/** Whether a text has pictures of which only the carrier's own list tells the ids. */
export function lacksPictures(message: {
  readonly media: unknown
  readonly mediaCount: number
  readonly mediaDeletedAt: Date | null
}): boolean {
  return message.mediaDeletedAt === null && picturesOf(message).length < message.mediaCount
}

/**
 * Writes down what the carrier's list says is attached to a text that came in, so that staff can open it.
 * @returns whether that is more than was known.
 */
export function picturesFound(
  { db }: Pick<Casework, 'db'>,
  messageSid: string,
  found: readonly PictureId[],
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const where = { sid: messageSid, direction: 'in', mediaDeletedAt: null }
    const message = await tx.message.findFirst({ where, select: { media: true, followUpId: true } })
    if (!message || found.length <= picturesOf(message).length) return false
    const media = found.map(({ sid, contentType }) => ({ sid, contentType }))
    await tx.message.updateMany({ where, data: { media } })
    if (message.followUpId !== null) await tellOf(tx, message.followUpId)
    return true
  })
}
