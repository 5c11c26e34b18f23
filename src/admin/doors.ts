import { Router, type Request, type Response } from 'express'
import { fromNodeHeaders } from 'better-auth/node'
import { z } from 'zod'
import { PAGE_LANGUAGES } from '../domain/follow-up/words.ts'
import type { Origin, SignInResult } from '../platform/accounts.ts'
import { sendPage } from './answers.ts'
import type { AdminDeps } from './deps.ts'
import { signInLinkPage, signInPage } from './pages/doors.ts'
import { LANGUAGE_COOKIE, visitOf } from './visit.ts'

const CREDENTIALS = z.object({ email: z.string().trim().max(320), password: z.string().max(128) })
const LINK = z.object({ token: z.string().max(200) })
const LANGUAGE = z.object({
  language: z.enum(PAGE_LANGUAGES),
  // Only back to a page of ours: "//elsewhere" and "/\elsewhere" are other sites to a browser.
  back: z
    .string()
    .regex(/^\/admin(?:[/?][^\\]*)?$/)
    .catch('/admin'),
})
const YEAR_MS = 365 * 24 * 60 * 60 * 1000

/** Signing in, by password or link, signing out, and choosing a language: what needs no session. */
export function doorsRouter({ accounts, baseUrl }: AdminDeps): Router {
  const router = Router()

  router.get('/sign-in', (_request, response) => {
    if (visitOf(response).staff) response.redirect(303, '/admin')
    else showSignIn(response, '', null, 200)
  })

  router.post('/sign-in', async (request, response) => {
    const credentials = CREDENTIALS.parse(request.body)
    const result = await accounts.signIn(credentials, originOf(request))
    letIn(response, result, credentials.email)
  })

  router.get('/sign-in/link/:token', (request, response) => {
    const visit = visitOf(response)
    sendPage(response, visit, {
      title: visit.words.ui.linkTitle,
      body: signInLinkPage(visit, request.params.token),
      narrow: true,
    })
  })

  router.post('/sign-in/link', async (request, response) => {
    const { token } = LINK.parse(request.body)
    letIn(response, await accounts.signInByLink(token, originOf(request)), '')
  })

  router.post('/sign-out', async (request, response) => {
    for (const cookie of await accounts.signOut(fromNodeHeaders(request.headers)))
      response.append('set-cookie', cookie)
    response.redirect(303, '/admin/sign-in')
  })

  router.post('/language', (request, response) => {
    const { language, back } = LANGUAGE.parse(request.body)
    response.cookie(LANGUAGE_COOKIE, language, {
      ...{
        path: '/admin',
        maxAge: YEAR_MS,
        httpOnly: true,
        sameSite: 'lax',
        secure: baseUrl.startsWith('https:'),
      },
    })
    response.redirect(303, back)
  })

  return router
}

function letIn(response: Response, result: SignInResult, email: string): void {
  if (result.type === 'signed-in') {
    for (const cookie of result.cookies) response.append('set-cookie', cookie)
    response.redirect(303, '/admin')
    return
  }
  const { ui } = visitOf(response).words
  const said = {
    'wrong-credentials': ui.signInWrong,
    'too-many-attempts': ui.signInTooMany,
    'link-not-valid': ui.linkInvalid,
  }
  showSignIn(response, email, said[result.reason], result.reason === 'too-many-attempts' ? 429 : 401)
}

function showSignIn(response: Response, email: string, refused: string | null, status: number): void {
  const visit = { ...visitOf(response), staff: null }
  sendPage(
    response,
    visit,
    { title: visit.words.ui.signIn, body: signInPage(visit, { email, refused }), narrow: true },
    status,
  )
}

function originOf(request: Request): Origin {
  return { address: request.ip, browser: request.get('user-agent') }
}
