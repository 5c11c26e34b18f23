import { createHash, randomBytes } from 'node:crypto'

/** A new identifier of the carrier: two letters for the kind of thing and 32 hexadecimal digits. */
export function newSid(kind: 'CA' | 'SM' | 'MM' | 'RE' | 'TR' | 'PN'): string {
  return kind + randomBytes(16).toString('hex')
}

/** The identifier of something attached to a message, by its place: the same at every delivery and after a restart. */
export function mediaSid(message: { readonly sid: string }, place: number): string {
  return `ME${createHash('md5').update(`${message.sid} ${place}`).digest('hex')}`
}
