import { randomUUID } from 'node:crypto'
import { WEDNESDAY_9 } from '../support/practice.ts'
import type { TestProduct } from '../support/product.ts'

/** The caller of an item agreed to a text about it by pressing a key. */
export async function agree({ database }: TestProduct, followUpId: string): Promise<void> {
  const { contactId } = await database.db.followUp.findUniqueOrThrow({ where: { id: followUpId } })
  await database.db.consentEvent.create({
    data: {
      ...{ id: randomUUID(), contactId: contactId ?? '', at: WEDNESDAY_9, kind: 'grant', channel: 'text' },
      ...{ scope: 'this-request', basis: 'key-press', evidence: `CA-${followUpId}`, followUpId },
    },
  })
}

/** A text of ours on record for an item, as if the gate had been asked. @returns its id. */
export async function ourText(
  { database }: TestProduct,
  followUpId: string,
  facts: { state: string; refusal?: string; notBefore?: Date },
): Promise<string> {
  const item = await database.db.followUp.findUniqueOrThrow({
    where: { id: followUpId },
    include: { contact: true },
  })
  const id = randomUUID()
  await database.db.message.create({
    data: {
      ...{ id, followUpId, direction: 'out', clinicId: item.clinicId, lineId: item.lineId },
      ...{ contactId: item.contactId, phone: item.contact?.phone ?? '', createdAt: WEDNESDAY_9 },
      body: 'We missed your call and will call you back.',
      verdict: { type: 'go' },
      claimedAt: WEDNESDAY_9,
      ...facts,
    },
  })
  return id
}

/** The words of a page as they stand in the document, with single spaces. */
export async function pageText(url: string, cookie: string, language: string): Promise<string> {
  const answer = await fetch(url, { headers: { cookie, 'accept-language': language } })
  const html = await answer.text()
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&#39;', '’')
}
