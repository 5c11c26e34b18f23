import { parsePhoneNumberFromString } from 'libphonenumber-js'

/** The E.164 form of what a customer wrote, a national US number included; null when no phone can have it. */
export function dialable(text: string): string | null {
  const parsed = parsePhoneNumberFromString(text.trim(), 'US')
  return parsed?.isPossible() ? parsed.number : null
}
