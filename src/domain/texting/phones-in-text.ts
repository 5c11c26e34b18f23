/*
 * Telephone numbers in a text. One that is not the practice's leads people to a stranger, and carriers take it for fraud.
 */

/** Ten digits or more, a local number of seven, a number with a plus; and one that ends in letters, such as 1-800-FLOWERS. */
const NUMBER =
  /(?<![\d+])(?:\+\d[\d\s().\-–]{5,}\d|\(?\d(?:[\s().\-–]{0,2}\d){9,}|\d{3}[\s.\-–]\d{4})(?!\d)|(?<!\d)\(?\d{3}\)?[\s.\-–]{1,2}(?=[A-Z\d\-\s]*[A-Z]{3})[A-Z\d]{3}[-\s]?[A-Z\d]{4}(?![\p{L}\d])/gu

/** Where a number stands that is none of these. @param own as they are printed, or E.164 */
export function otherPhonesIn(
  text: string,
  own: readonly string[],
): { readonly from: number; readonly to: number }[] {
  const known = new Set(own.map(digitsOf))
  return [...text.matchAll(NUMBER)]
    .filter(([found]) => !known.has(digitsOf(found)))
    .map(({ index, 0: found }) => ({ from: index, to: index + found.length }))
}

/** Without the country code of the North American plan, which people leave out. */
function digitsOf(phone: string): string {
  const digits = phone.replace(/[^\dA-Z]/g, '')
  return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits
}
