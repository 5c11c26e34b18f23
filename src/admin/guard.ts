import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { NotAllowed } from '../platform/errors.ts'

/** Headers of every page: nothing from elsewhere, nothing inline, not in a frame, not kept by browser or proxy. */
export function pageHeaders(baseUrl: string): RequestHandler[] {
  const self = ["'self'"]
  const none = ["'none'"]
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': none,
          'script-src': self,
          'style-src': self,
          'img-src': self,
          'media-src': self,
          'connect-src': self,
          'form-action': self,
          'base-uri': none,
          'frame-ancestors': none,
        },
      },
      strictTransportSecurity: baseUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false,
      referrerPolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
    }),
    (_request, response, next) => {
      response.set('cache-control', 'no-store')
      next()
    },
  ]
}

/**
 * Refuses every change that another site's page asks for. The session cookie is SameSite=Lax; this closes what Lax leaves
 * open (sibling subdomains, old browsers). A browser says where a request comes from in Sec-Fetch-Site or Origin, so a
 * request with neither is refused too.
 */
export function sameOriginOnly(baseUrl: string): RequestHandler {
  const allowed = new URL(baseUrl).origin
  return (request, _response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') {
      next()
      return
    }
    const site = request.get('sec-fetch-site')
    const origin = request.get('origin')
    // Browsers send Sec-Fetch-Site to secure and loopback addresses only; on a plain office network there is Origin alone.
    const fromHere =
      site === undefined
        ? origin === allowed || origin === ownOrigin(request.get('host'))
        : site === 'same-origin'
    next(fromHere ? undefined : new NotAllowed('cross-site'))
  }
}

function ownOrigin(host: string | undefined): string | undefined {
  return host === undefined ? undefined : `http://${host}`
}
