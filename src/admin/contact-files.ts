import type { ContactProof } from '../casework/view/contact-proof.ts'
import { WITHHELD, type Words } from '../casework/view/redaction.ts'
import { csvLine } from './csv.ts'

/* The proof of a number as files that are read without this program. Words that the reader may not read are said to be there. */

/** The whole proof as one JSON document. Instants are ISO 8601 in UTC. */
export function proofJson(
  proof: ContactProof,
  by: { readonly name: string; readonly clinics: readonly string[] },
): string {
  const { contact, permissions, optOutId, ledger, facts, items, texts, readAt } = proof
  const { id: _, ...who } = contact
  return JSON.stringify(
    {
      madeAt: readAt,
      madeFor: by.name,
      textsOf: by.clinics.length === 0 ? 'all clinics of this installation' : by.clinics,
      contact: who,
      permissions,
      optOutId,
      ledger: ledger.map(({ seq: __, contactId: ___, words, ...line }) => ({
        ...line,
        words: wordsText(words),
      })),
      facts: facts.map(({ seq: __, contactId: ___, ...fact }) => fact),
      items,
      texts: texts.map(({ contactId: __, claimedBy: ___, media: ____, ...text }) => text),
      staff: Object.fromEntries(proof.staffNames),
    },
    null,
    2,
  )
}

const COLUMNS = [
  'record',
  'at',
  'id',
  'what',
  'scope',
  'basis',
  'evidence',
  'item',
  'by',
  'words',
  'wording version',
  'text',
  'carrier id',
  'left at',
  'settled at',
  'carrier code',
  'verdict',
] as const
type Row = Partial<Record<(typeof COLUMNS)[number], string | number | null>>

/** The same as one table, the oldest first: a line for every consent, fact and text. */
export function proofCsv(proof: ContactProof): string {
  const number = new Map(proof.items.map((item) => [item.id, item.number]))
  const item = (id: string | null): string | number | null => (id === null ? null : (number.get(id) ?? id))
  const by = (id: string | null): string | null => (id === null ? null : (proof.staffNames.get(id) ?? id))
  const rows: readonly Row[] = [
    ...proof.ledger.map(
      ({ id, at, kind, scope, basis, evidence, followUpId, staffId, words, wordingVersion }) => ({
        ...{ record: 'consent', at: at.toISOString(), id, what: kind, scope, basis, evidence },
        ...{
          item: item(followUpId),
          by: by(staffId),
          words: wordsText(words),
          'wording version': wordingVersion,
        },
      }),
    ),
    ...proof.facts.map(({ id, at, kind, evidence, source, note }) => ({
      ...{ record: 'fact', at: at.toISOString(), id, what: kind, evidence, by: by(source), words: note },
    })),
    ...proof.texts.map((text) => ({
      ...{ record: 'text', at: text.createdAt.toISOString(), id: text.id, what: text.state },
      ...{ item: item(text.followUpId), by: by(text.sentBy), 'wording version': text.wordingVersion },
      ...{ text: text.body, 'carrier id': text.sid, 'carrier code': text.errorCode },
      'left at': (text.leftAt.length > 0 ? text.leftAt : [text.sentAt])
        .map((at) => at?.toISOString())
        .join(' '),
      'settled at': text.settledAt?.toISOString() ?? null,
      verdict: text.verdict === null ? null : JSON.stringify(text.verdict),
    })),
  ]
  const sorted = rows.toSorted((a, b) => String(a.at).localeCompare(String(b.at)))
  const lines = [
    ['phone', ...COLUMNS],
    ...sorted.map((row) => [proof.contact.phone, ...COLUMNS.map((name) => row[name] ?? null)]),
  ]
  return lines.map(csvLine).join('')
}

function wordsText(words: Words): string | null {
  return words === WITHHELD ? '[for licensed staff only]' : words
}
