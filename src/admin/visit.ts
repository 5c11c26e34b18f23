import type { Request, RequestHandler, Response } from 'express'
import { fromNodeHeaders } from 'better-auth/node'
import { staffReader, type Reader } from '../casework/view/dossier.ts'
import { PAGE_LANGUAGES, type PageLanguage } from '../domain/follow-up/words.ts'
import { ROLES, type Actor } from '../domain/staff/roles.ts'
import type { SignedInStaff } from '../platform/accounts.ts'
import type { AdminDeps } from './deps.ts'
import { wordsIn, type Words } from './words.ts'

/** Who looks at a page, in which language, at what time. */
export type Visit = {
  readonly words: Words
  readonly now: Date
  /** the page's own address, to come back to after the language was switched; never another site's */
  readonly path: string
  readonly staff: Actor | null
}

/** A visit by somebody with a session. */
export type StaffVisit = Visit & { readonly staff: NonNullable<Visit['staff']> }

export const LANGUAGE_COOKIE = 'ringback.language'

/** Finds out whose request it is and in which language to answer. Refuses nobody. */
export function recognise(deps: AdminDeps): RequestHandler {
  return async (request, response, next) => {
    const signedIn = await deps.accounts.currentStaff(fromNodeHeaders(request.headers))
    for (const cookie of signedIn?.cookies ?? []) response.append('set-cookie', cookie)
    const visit: Visit = {
      words: wordsIn(chosenLanguage(request)),
      now: deps.casework.clock.now(),
      path: request.method === 'GET' ? request.originalUrl : '/admin',
      staff: signedIn && actorOf(signedIn),
    }
    response.locals['visit'] = visit
    next()
  }
}

/** Sends everybody without a session to the sign-in page; from a part of a page, the whole page goes there. */
export const staffOnly: RequestHandler = (request, response, next) => {
  if (visitOf(response).staff) {
    next()
    return
  }
  if (request.get('hx-request') !== undefined || request.path === '/live') {
    response.set('hx-redirect', '/admin/sign-in').status(401).end()
    return
  }
  response.redirect(303, '/admin/sign-in')
}

export function visitOf(response: Response): Visit {
  return response.locals['visit'] as Visit
}

/** The visit behind `staffOnly`. */
export function staffVisitOf(response: Response): StaffVisit {
  const { staff, ...visit } = visitOf(response)
  if (!staff) throw new Error('This route stands before staffOnly')
  return { ...visit, staff }
}

export function readerOf(visit: StaffVisit): Reader {
  return staffReader(visit.staff)
}

/** The words for an error that came before anybody was recognised. */
export function fallbackVisit(request: Request, now: Date): Visit {
  return { words: wordsIn(chosenLanguage(request)), now, path: '/admin', staff: null }
}

function actorOf({ id, name, roles, clinics }: SignedInStaff): NonNullable<Visit['staff']> {
  return { id, name, clinics, roles: ROLES.filter((role) => roles.includes(role)) }
}

function chosenLanguage(request: Request): PageLanguage {
  const cookie = new RegExp(`(?:^|; )${LANGUAGE_COOKIE}=(\\w\\w)(?:;|$)`).exec(
    request.get('cookie') ?? '',
  )?.[1]
  const chosen = PAGE_LANGUAGES.find((language) => language === cookie)
  if (chosen) return chosen
  const accepted = request.acceptsLanguages([...PAGE_LANGUAGES])
  return PAGE_LANGUAGES.find((language) => language === accepted) ?? 'en'
}
