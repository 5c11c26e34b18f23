import { randomBytes } from 'node:crypto'

/** A new identifier of the carrier: two letters for the kind of thing and 32 hexadecimal digits. */
export function newSid(kind: 'CA' | 'SM' | 'MM' | 'RE' | 'TR' | 'PN' | 'ME'): string {
  return kind + randomBytes(16).toString('hex')
}
