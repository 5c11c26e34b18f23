import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import type { Log } from '../platform/log.ts'
import { sendPage } from './answers.ts'
import { messagePage } from './pages/doors.ts'
import { staffVisitOf } from './visit.ts'

/**
 * Passes on what the carrier keeps, under the headers that stand in the answer already; a HEAD request gets those alone. A player that
 * has enough hangs up, and a carrier that breaks off cannot be mended: whoever looks sees a short part and asks again.
 * @param what is said in the log when it was not sent to its end, with the carrier's ids.
 */
export async function passOn(
  request: Request,
  response: Response,
  body: ReadableStream<Uint8Array>,
  log: Log,
  what: { readonly name: string; readonly ids: Readonly<Record<string, string>> },
): Promise<void> {
  if (request.method === 'HEAD') {
    await body.cancel()
    response.end()
    return
  }
  await pipeline(body, response).catch((error: unknown) =>
    log.debug(
      { ...what.ids, code: (error as { code?: unknown }).code },
      `a ${what.name} was not sent to its end`,
    ),
  )
}

/** Says on a page of its own why what the carrier keeps cannot be shown. */
export function refuse(response: Response, status: 403 | 410 | 502, title: string, text: string): void {
  const visit = staffVisitOf(response)
  sendPage(response, visit, { title, body: messagePage(visit, title, text), narrow: true }, status)
}
