import type { Carrier } from '../carrier.ts'
import { textOf, parseXml, XmlFault, type XmlElement } from '../xml.ts'
import type { WebhookAnswer } from '../webhook-sender.ts'
import { hear, warn, type Leg } from './leg.ts'
import { voiceParameters } from './voice-parameters.ts'

/** What a caller hears when the customer's TwiML cannot be had. */
export const SPOKEN_ERROR = 'We are sorry, an application error has occurred. Goodbye.'

const EMPTY: XmlElement = { name: 'Response', attributes: new Map(), children: [] }

export type DocumentRequest = {
  readonly url: string
  readonly method?: string | undefined
  readonly extra?: Readonly<Record<string, string>>
}

/** Fetches a TwiML document for a leg; null when neither the address nor the leg's fallback gave one. */
export async function fetchDocument(
  carrier: Carrier,
  leg: Leg,
  wanted: DocumentRequest,
): Promise<XmlElement | null> {
  if (leg.webhooksLost) return null
  const result = await carrier.webhooks.send({
    url: wanted.url,
    method: wanted.method?.toUpperCase() === 'GET' ? 'GET' : 'POST',
    sid: leg.record.sid,
    parameters: { ...voiceParameters(carrier.accountSid, leg.record), ...wanted.extra },
    ...(leg.fallbackUrl ? { fallbackUrl: leg.fallbackUrl } : {}),
    refuse: twimlFault,
  })
  if (result.type === 'failed') {
    warn(leg, `${result.errorCode}: ${result.url.split('?')[0] ?? ''} gave no usable TwiML`)
    return null
  }
  leg.documentUrl = result.answer.url
  return readTwiml(result.answer.body)
}

/** The `Response` element of a TwiML text; an empty text is an empty response. @throws XmlFault */
export function readTwiml(text: string): XmlElement {
  if (text.trim() === '') return EMPTY
  const root = parseXml(text)
  if (root.name !== 'Response') throw new XmlFault(`expected <Response>, found <${root.name}>`)
  return root
}

/** Twilio's error number for an answer that is no TwiML: 12300 wrong content type, 12100 unreadable document. */
export function twimlFault(answer: WebhookAnswer): number | undefined {
  if (answer.body.trim() === '') return undefined
  if (!/^(text|application)\/(\w+\+)?xml\b/i.test(answer.contentType)) return 12300
  try {
    readTwiml(answer.body)
    return undefined
  } catch {
    return 12100
  }
}

/** An attribute's address, counted from the present document; the document's own address when there is none. */
export function addressOf(leg: Leg, wanted: string | undefined): string {
  if (!wanted) return leg.documentUrl
  if (URL.canParse(wanted)) return wanted
  const resolved = URL.parse(wanted, leg.documentUrl)
  if (resolved === null)
    warn(leg, '11100: an address must be absolute when the TwiML came with the REST request')
  return resolved?.href ?? wanted
}

/** A number attribute between two bounds; anything unreadable is warned about and counts as the default. */
export function secondsOf(leg: Leg, verb: XmlElement, name: string, fallback: number, most = 14_400): number {
  const text = verb.attributes.get(name)
  if (text === undefined || text === 'auto') return fallback
  const value = Number(text)
  if (/^\d+$/.test(text) && value <= most) return value
  warn(leg, `<${verb.name} ${name}="${text}"> is not a number from 0 to ${most}`)
  return fallback
}

/** True for the attribute's `true`, false for `false`, else the default. */
export function flagOf(verb: XmlElement, name: string, fallback: boolean): boolean {
  const text = verb.attributes.get(name)
  return text === undefined ? fallback : text === 'true'
}

/** Characters of a prompt spoken in a second, about 160 words a minute. */
const CHARACTERS_PER_SECOND = 15

/** Seconds it takes to say something. */
export function secondsToSay(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_SECOND)
}

/** Puts what a Say or Play plays into the leg's ear. Returns how many seconds it lasts. */
export function playPrompt(carrier: Carrier, leg: Leg, verb: XmlElement): number {
  const text = textOf(verb).replace(/\s+/g, ' ')
  if (verb.name === 'Play') {
    hear(leg, carrier.store.stamp(), 'play', text)
    return 3
  }
  const language = verb.attributes.get('language') ?? languageOfVoice(verb.attributes.get('voice'))
  leg.language = language
  hear(leg, carrier.store.stamp(), 'say', text, language)
  return secondsToSay(text) * Math.max(1, secondsOf(leg, verb, 'loop', 1, 1000))
}

/** A voice such as `Polly.Lupe` speaks its own language; those named like `Google.es-US-…` say which. */
function languageOfVoice(voice: string | undefined): string {
  const named = /\b([a-z]{2}-[A-Z]{2})\b/.exec(voice ?? '')
  if (named?.[1]) return named[1]
  const polly = /^Polly\.(Lupe|Pedro|Penelope|Miguel)/.exec(voice ?? '')
  return polly ? 'es-US' : 'en-US'
}
