import type { Request, Response } from 'express'
import type { Carrier } from '../carrier.ts'
import { takeRestFault } from '../faults.ts'
import { dialable } from '../phone-number.ts'
import { RestFault } from './errors.ts'

/**
 * Answers a create request with 201, or with the fault that was set for the destination: refused before anything
 * happens, or done but with the connection cut before the answer, so that the customer cannot know.
 */
export function answerCreate(carrier: Carrier, req: Request, res: Response, create: () => object): void {
  const to: unknown = (req.body as { To?: unknown } | undefined)?.To
  const destination = typeof to === 'string' ? (dialable(to) ?? to) : ''
  const fault = takeRestFault(carrier.store, destination)
  if (fault?.type === 'refuse') throw new RestFault(fault.code)
  if (fault?.type === 'http') throw new RestFault(fault.status === 429 ? 20429 : 20500, fault.status)
  const created = create()
  if (fault?.type === 'lost-answer') res.socket?.destroy()
  else res.status(201).json(created)
}
