/** The words Twilio's default opt-out handling acts on when they are the whole message, in any case. */
const STOP = ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT']
const START = ['START', 'YES', 'UNSTOP']
const HELP = ['HELP', 'INFO']

export type Keyword = 'stop' | 'start' | 'help'

export function keywordOf(body: string): Keyword | null {
  const word = body.trim().toUpperCase()
  if (STOP.includes(word)) return 'stop'
  if (START.includes(word)) return 'start'
  return HELP.includes(word) ? 'help' : null
}

/** What the carrier answers by itself. */
export const AUTOMATIC_REPLIES: Readonly<Record<Keyword, string>> = {
  stop: 'You are unsubscribed and will get no more messages from this number. Reply START to get them again.',
  start:
    'You are subscribed again and will get messages from this number. Reply STOP to end them, HELP for help.',
  help: 'Reply STOP to end messages from this number. Message and data rates may apply.',
}
