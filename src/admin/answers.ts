import type { Response } from 'express'
import { frame, type Page } from './pages/frame.ts'
import type { Visit } from './visit.ts'

/** Sends a page in its frame. */
export function sendPage(response: Response, visit: Visit, page: Page, status = 200): void {
  response
    .status(status)
    .type('html')
    .send(String(frame(visit, page)))
}
