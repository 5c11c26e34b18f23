import { BadInput } from './errors.ts'

/*
 * Where a page of a list ended, as text that the reader hands back for the following page. It names the order that it belongs to: a place
 * in one order means nothing in another, and pages that begin there would repeat some items and never show others.
 */

/** @param order the list and its order, in one word. @param id tells items of one instant apart; without spaces. */
export function cursorOf(order: string, at: Date, id: string | number): string {
  return Buffer.from(`${order} ${at.toISOString()} ${String(id)}`).toString('base64url')
}

/**
 * Reads a cursor that came from outside.
 * @param id what an id of this list looks like, from its first sign to its last.
 * @throws BadInput for whatever is none of this order.
 */
export function readCursor(
  order: string,
  cursor: string,
  id: RegExp,
): { readonly at: Date; readonly id: string } {
  const [given, instant = '', last = '', ...more] = Buffer.from(cursor, 'base64url').toString().split(' ')
  const at = new Date(instant)
  const isInstant = !Number.isNaN(at.getTime()) && at.toISOString() === instant && STORABLE.test(instant)
  if (given === order && isInstant && id.test(last) && more.length === 0) return { at, id: last }
  throw new BadInput(
    'The cursor is not one of this list in this order: take it from the "next" of the page before, or leave it out.',
  )
}

/** Years beyond have a sign, and the database knows no year 0. */
const STORABLE = /^(?!0000)\d/
