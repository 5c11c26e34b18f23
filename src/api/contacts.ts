import {
  grantConsent,
  revokeConsent,
  type ConsentResult,
  type RefusedConsent,
} from '../casework/contacts/consents.ts'
import { readContactProof, type ContactProof } from '../casework/view/contact-proof.ts'
import { WITHHELD } from '../casework/view/redaction.ts'
import type { Permission } from '../domain/consent/ledger.ts'
import { BadInput, Conflict, NotAllowed, NotFound } from '../platform/errors.ts'
import { CONSENT_ANSWER, CONSENT_ORDER, CONTACT, type ContactView } from './contact-schemas.ts'
import { operation } from './operation.ts'
import { BadParameters } from './problems.ts'
import { E164, NO_QUERY } from './schemas.ts'

export const readContact = operation({
  id: 'readContact',
  method: 'get',
  path: '/contacts/:phone',
  summary: 'What is known of a phone number: facts, what may be texted now, and the whole consent ledger.',
  scopes: ['assistant', 'licensed', 'manager'],
  query: NO_QUERY,
  answer: CONTACT,
  run: async ({ casework, reader, param }) => {
    const how = { at: casework.clock.now(), exported: null }
    const proof = await readContactProof(casework.db, reader, { phone: phoneOf(param('phone')) }, how)
    if (!proof) throw new NotFound('Nobody with this number has been in touch yet.')
    return contactView(proof)
  },
})

export const recordConsent = operation({
  id: 'recordConsent',
  method: 'post',
  path: '/contacts/:phone/consents',
  summary:
    'Writes down that a person agreed to texts, or asked for no more. The same evidence twice is one line, so that it is safe to repeat.',
  scopes: ['intake', 'assistant', 'licensed', 'manager'],
  query: NO_QUERY,
  body: CONSENT_ORDER,
  answer: CONSENT_ANSWER,
  run: async ({ casework, reader, scopes, body, param }) => {
    const phone = phoneOf(param('phone'))
    const words = body.words ?? ''
    if (body.kind === 'revoke') {
      if (scopes.every((scope) => scope === 'intake'))
        throw new NotAllowed('A key with the scope intake alone grants and does not revoke.')
      const order = { phone, evidence: body.evidence ?? '', words }
      return answerOf(await revokeConsent(casework, reader, order))
    }
    if (scopes.every((scope) => scope === 'intake') && body.basis === 'spoken-to-staff')
      throw new NotAllowed('A key with the scope intake alone grants by form or import.')
    const { scope, basis, evidence, followUp, wordingVersion = '', givenAt } = body
    return answerOf(
      await grantConsent(casework, reader, {
        ...{ phone, scope, basis, evidence, words, wordingVersion },
        followUp: followUp === undefined ? null : { id: followUp },
        givenAt: givenAt === undefined ? null : new Date(givenAt),
      }),
    )
  },
})

/** A number of the path. A plus sign that was not written as %2B is one all the same there. */
function phoneOf(given: string): string {
  if (E164.test(given)) return given
  const expected = 'a phone number in E.164 form, such as +14155550100'
  throw new BadParameters([{ name: 'phone', expected }])
}

const REFUSALS: Readonly<Record<RefusedConsent, string>> = {
  'evidence-required': 'A grant needs evidence: the id of a form, a file and its row.',
  'evidence-used-up':
    'After the person opted out, or the number changed hands, only a fresh grant counts: given later, with evidence of its own.',
  'date-required':
    'This person opted out before, or the number changed hands: a form or a list needs "givenAt", the time at which they agreed after that.',
  'item-required': 'The scope this-request needs "followUp": the id of the item that it is about.',
  'not-yet': '"givenAt" lies ahead: it is when the person agreed.',
  'clinical-words': 'Evidence is read by everybody: leave out what is clinical, or put it into "words".',
}

function answerOf(result: ConsentResult): {
  id: string
  recorded: boolean
  permission: ReturnType<typeof permissionView>
} {
  if (result.type === 'refused') {
    const text = REFUSALS[result.reason]
    throw result.reason === 'evidence-used-up' ? new Conflict(text) : new BadInput(text)
  }
  const { id, type, permission } = result
  return { id, recorded: type === 'recorded', permission: permissionView(permission) }
}

function permissionView(permission: Permission) {
  return permission.allowed
    ? { allowed: true, why: null, consentId: permission.consentId }
    : { allowed: false, why: permission.why, consentId: null }
}

function contactView(proof: ContactProof): ContactView {
  const { phone, name, language, textable, shared, noCalls, noVoicemail, preference } = proof.contact
  return {
    ...{ phone, name, textable, shared, noCalls, noVoicemail, preference },
    language: language as ContactView['language'],
    permissions: proof.permissions.map(({ scope, item, permission }) => ({
      ...{ scope, followUp: item?.id ?? null },
      ...permissionView(permission),
    })),
    ledger: proof.ledger.map((line) => ({
      id: line.id,
      at: line.at.toISOString(),
      kind: line.kind as ContactView['ledger'][number]['kind'],
      scope: line.scope as ContactView['ledger'][number]['scope'],
      basis: line.basis as ContactView['ledger'][number]['basis'],
      evidence: line.evidence,
      wordingVersion: line.wordingVersion,
      followUp: line.followUpId,
      by: line.staffId,
      hasWords: line.words !== null,
      words: line.words === WITHHELD ? null : line.words,
    })),
    facts: proof.facts.map(({ at, kind, source, evidence, note }) => ({
      ...{ at: at.toISOString(), source, evidence, note },
      kind: kind as ContactView['facts'][number]['kind'],
    })),
  }
}
