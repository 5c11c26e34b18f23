/*
 * Links in texts. Carriers filter links whose end cannot be seen, and a link made for one person tells whoever holds the phone
 * that this person is a patient. So a link leads to the practice's own site, to a page that is the same for everybody.
 */

/** Public shorteners. Carriers filter their links, and no campaign with them is registered. */
const SHORTENERS: readonly string[] = [
  'bit.ly',
  'bitly.com',
  'bl.ink',
  'buff.ly',
  'cutt.ly',
  'goo.gl',
  'is.gd',
  'lnkd.in',
  'ow.ly',
  'rb.gy',
  'rebrand.ly',
  's.id',
  'short.io',
  'shorturl.at',
  't.co',
  't.ly',
  't2m.io',
  'tiny.cc',
  'tinyurl.com',
  'tr.im',
  'trib.al',
  'v.gd',
]

/** Whether a domain, or the one it belongs to, shortens links for everybody. */
export function isShortener(domain: string): boolean {
  return SHORTENERS.some((shortener) => belongsTo(domain, shortener))
}

function belongsTo(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`)
}

/** Endings that make a site out of words which a space, a bracket or the word "dot" keeps apart; none of them is a word itself. */
const COMMON = 'com|net|org|edu|gov|biz|io|xyz'
/**
 * Whatever a phone would open, and whatever a person can put together: an address with its protocol; anything with letters, a dot and two
 * letters or more right behind it, since every year has new endings; a number for a site; and the same with the dot written otherwise.
 */
const LINK = new RegExp(
  [
    String.raw`(?<![\p{L}\d@.-])(?:[a-z][a-z\d+.-]*:\/\/|www\.|(?:https?|ftp|mailto|javascript|data):(?=\S))[^\s<>"]+`,
    String.raw`(?<![\p{L}\d.-])[\p{L}\d][\p{L}\d-]*(?:[.．｡][\p{L}\d-]+)*[.．｡](?:xn--[a-z\d-]+|\p{L}{2,})(?![\p{L}\d-])(?:[:/?#][^\s<>"]*)?`,
    String.raw`(?<![\p{L}\d.-])[a-z\d][a-z\d-]*。[a-z]{2,}(?![\p{L}\d-])(?:[:/?#][^\s<>"]*)?`,
    String.raw`(?<![\p{L}\d-])[\p{L}\d-]+(?:\s*[[({]\s*(?:\.|dot|punto)\s*[\])}]\s*|\s+(?:dot|punto)\s+|\s+\.\s*|\s*\.\s+)(?:${COMMON})(?![\p{L}\d-])(?:[:/?#][^\s<>"]*)?`,
    String.raw`(?<![\p{L}\d-])[\p{L}\d-]+\s*[[({]\s*(?:\.|dot|punto)\s*[\])}]\s*\p{L}{2,}\S*`,
    String.raw`(?<![\p{L}\d-])[\p{L}\d-]+\s\.\p{L}{2,}(?![\p{L}\d-])\S*`,
    String.raw`(?<![\p{L}\d.-])localhost(?![\p{L}\d-])\S*`,
    String.raw`\[[\da-f]*:[\da-f:.]*\]\S*`,
    String.raw`(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])\S*`,
  ].join('|'),
  'giu',
)

type FoundLink = {
  readonly from: number
  readonly to: number
  /** what to write instead; null when the link may stay */
  readonly fix: string | null
}

const NO_LINKS =
  'Leave links out: they look like fraud and may identify the person. Give the number to call. A practice that wants links to its own site names it under texting › linkDomain.'

/**
 * Every link in a text, and what is wrong with it.
 * @param text as a phone reads it: without what nobody sees, wide letters as plain ones
 * @param domain the practice's own, in small letters; null when its texts hold no links
 */
export function linksIn(text: string, domain: string | null): FoundLink[] {
  return [...text.matchAll(LINK)].map(({ index, 0: found }) => ({
    ...{ from: index, to: index + found.length },
    fix: domain === null ? NO_LINKS : faultOf(found, domain),
  }))
}

function faultOf(found: string, domain: string): string | null {
  // The sentence's full stop is no part of the link.
  const address = found.replace(/[.,;:!?)\]]+$/u, '')
  const url = URL.canParse(address) ? new URL(address) : null
  const host = url?.hostname ?? hostOf(address)
  if (isShortener(host)) return 'Write the whole address: carriers refuse shortened links.'
  if (url?.protocol !== 'https:')
    return `Begin the link with https://, so that it leads to ${domain} for certain.`
  // Phones and this parser may read a backslash or a user's name before the site differently, so neither may be there.
  const plain = url.username === '' && url.password === '' && url.port === '' && !/[\\@]/.test(address)
  if (!belongsTo(host, domain) || !plain) return `Link to ${domain} and no other site, or leave the link out.`
  if (/[?#]/.test(address)) {
    return 'Leave out what stands after ? or #: it can say whose link it is. Link to a page that is the same for everybody.'
  }
  if (url.pathname.split('/').some(namesSomebody)) {
    return 'Link to a page that is the same for everybody: a long number or code in the address can say whose link it is.'
  }
  return null
}

/** The site of an address that names no protocol. */
function hostOf(address: string): string {
  return (address.split(/[/:?#]/, 1)[0] ?? '').toLowerCase()
}

/** A part of the path that looks like a key of a person or a visit: four digits in a row, letters and digits mixed at length, or signs of a form's fields. */
function namesSomebody(part: string): boolean {
  return /\d{4}/.test(part) || /[%=&;]/.test(part) || (/\d/.test(part) && /^[a-z\d_-]{8,}$/i.test(part))
}
