import type { RequestHandler, Response } from 'express'
import type { Reader } from '../casework/view/dossier.ts'
import { mayReadClinical, ROLES, worksFor, type Actor } from '../domain/staff/roles.ts'
import type { Db } from '../platform/db.ts'
import { NotAllowed } from '../platform/errors.ts'
import { findKey, type KeyHolder, type Scope } from './keys.ts'
import { sendProblem } from './problems.ts'

/** Lets nobody pass without a valid key (RFC 6750). */
export function keyRequired(db: Db): RequestHandler {
  return async (request, response, next) => {
    const presented = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '')?.[1]
    const holder = presented === undefined ? null : await findKey(db, presented)
    if (holder) {
      response.locals['holder'] = holder
      next()
      return
    }
    response.set(
      'www-authenticate',
      `Bearer realm="ringback"${presented === undefined ? '' : ', error="invalid_token"'}`,
    )
    sendProblem(
      response,
      401,
      presented === undefined
        ? 'A key is required, in the header "Authorization: Bearer rbk_…". An operator makes one with "npm run ringback -- api-key add".'
        : 'This key is unknown or was revoked. An operator makes a new one with "npm run ringback -- api-key add".',
    )
  }
}

/** The program that sent the request; only behind `keyRequired`. */
export function holderOf(response: Response): KeyHolder {
  return response.locals['holder'] as KeyHolder
}

/**
 * Refuses a key that has none of these scopes.
 * @throws NotAllowed naming them.
 */
export function requireScope(holder: KeyHolder, scopes: readonly Scope[], response: Response): void {
  if (scopes.some((scope) => holder.scopes.includes(scope))) return
  response.set(
    'www-authenticate',
    `Bearer realm="ringback", error="insufficient_scope", scope="${scopes.join(' ')}"`,
  )
  throw new NotAllowed(`This key lacks the scope for it: one of ${scopes.join(', ')} is required.`)
}

/** What a program may read is what staff with the same roles may read; `intake` is no role. */
export function readerOf(holder: KeyHolder): Reader {
  const roles = ROLES.filter((role) => holder.scopes.some((scope) => scope === role))
  return { id: `key:${holder.id}`, mayReadClinical: mayReadClinical(roles), clinics: holder.clinics }
}

/** Who acts on items with a key: its scopes are its roles. Its id stands in history and audit. */
export function actorOf({ id, clinics }: Reader, scopes: readonly Scope[]): Actor {
  const roles = ROLES.filter((role) => scopes.some((scope) => scope === role))
  return { id, name: id, roles, clinics }
}

/** @throws NotAllowed when a program asks for a clinic that its key is not for. */
export function requireClinic(reader: Reader, clinic: string | undefined): void {
  if (clinic === undefined || worksFor(reader, clinic)) return
  throw new NotAllowed(`This key is for other clinics: ${reader.clinics.join(', ')}.`)
}
