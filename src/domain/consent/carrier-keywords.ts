/**
 * The words for which the carrier itself blocks a number, and START lets it free: its default ones, alone and nothing else, in any case.
 * Source: Twilio, "Support for opt-out keywords" (REVOKE and OPTOUT since 2025).
 */
const STOP_WORDS: readonly string[] = [
  'STOP',
  'STOPALL',
  'UNSUBSCRIBE',
  'CANCEL',
  'END',
  'QUIT',
  'REVOKE',
  'OPTOUT',
]

/**
 * Whether the carrier took a text for an opt-out and blocked its sender. Only such a one is lifted by START; for "please stop" and every
 * other way to ask the carrier does nothing, and a YES to something else must not take it back.
 * @param carrierVerdict Twilio's OptOutType; a practice may have added words of its own to the carrier's, of which it tells by this
 */
export function isBlockedByCarrier(text: string, carrierVerdict?: 'STOP' | 'START' | 'HELP'): boolean {
  if (carrierVerdict !== undefined) return carrierVerdict === 'STOP'
  return STOP_WORDS.includes(text.trim().toUpperCase())
}
