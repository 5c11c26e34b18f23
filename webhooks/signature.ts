import { parse } from 'node:querystring'
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import twilio from 'twilio'
import type { Log } from '../src/platform/log.ts'

/** Form fields as Twilio sent them: a repeated name is an array, an empty value stays. */
export type Fields = Readonly<Record<string, string | string[] | undefined>>

export type SignedRequest = {
  /** the URL that Twilio called, built from PUBLIC_URL; never from the Host header, which anyone can write */
  readonly url: string
  readonly contentType: string
  readonly rawBody: Buffer
  readonly signature: string | undefined
}

/** Twilio's own forms are below 16 kB; the contract allows four times that. */
const BODY_LIMIT = '64kb'

/**
 * Checks X-Twilio-Signature. Source: Twilio "Webhooks security": HMAC-SHA1 over the URL and the sorted form fields, or for JSON
 * over the URL, whose bodySHA256 must then be the body's hash.
 * @param tokens the account's auth token, and the next one while it is being rotated.
 * @returns the fields when the request is Twilio's; null when it is not, whatever is wrong with it.
 */
export function readSigned(request: SignedRequest, tokens: readonly string[]): Fields | null {
  const { url, signature } = request
  if (!signature || url.includes('#')) return null
  const json = request.contentType.includes('json')
  const fields: Fields = json ? {} : { ...parse(request.rawBody.toString('utf8'), '&', '=', { maxKeys: 0 }) }
  const valid = (token: string): boolean => {
    try {
      return json
        ? twilio.validateRequestWithBody(token, signature, url, request.rawBody.toString('utf8'))
        : twilio.validateRequest(token, signature, url, fields)
    } catch {
      // The validator throws on what it cannot read, such as a relative URL.
      return false
    }
  }
  return tokens.some(valid) ? fields : null
}

/**
 * The door of all webhooks: nothing behind it reads a request that is not Twilio's for our own account. There is no switch to
 * turn it off; tests and the sandbox sign.
 */
export function signatureCheck(options: {
  publicUrl: string
  accountSid: string
  tokens: readonly string[]
  log: Log
}): RequestHandler[] {
  const readRaw = express.raw({ type: () => true, limit: BODY_LIMIT })
  const check = (request: Request, response: Response, next: NextFunction): void => {
    const fields = readSigned(
      {
        url: options.publicUrl + request.originalUrl,
        contentType: request.header('content-type') ?? '',
        rawBody: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
        signature: request.header('x-twilio-signature'),
      },
      options.tokens,
    )
    if (fields?.['AccountSid'] !== options.accountSid) {
      options.log.warn(
        { path: request.path },
        'a webhook without a valid signature was refused; is PUBLIC_URL what Twilio calls?',
      )
      response
        .status(403)
        .type('text/plain')
        .send('The signature does not match: PUBLIC_URL must be the URL that Twilio calls.')
      return
    }
    request.body = fields
    next()
  }
  return [readRaw, check]
}
