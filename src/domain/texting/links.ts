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

/** Endings under which something with a dot in it is a link even where nothing else says so. */
const ENDINGS = [
  'com|org|net|edu|gov|info|biz|io|co|us|ly|me|app|dev|ai|cc|gd|gg|gl|gle|gy|tv|to|id|im|in|ink|al|at|uk|ca|mx|es|eu|de|fr',
  'health|healthcare|care|clinic|dental|doctor|hospital|medical|md|link|page|site|online|website|xyz|top|click|live|shop|store|example|test',
].join('|')
const LINK = new RegExp(
  String.raw`(?<![\p{L}\d@.-])(?:[a-z][a-z\d+.-]*:\/\/|www\.)[^\s<>"]+|(?<![\p{L}\d.-])[\p{L}\d][\p{L}\d-]*(?:\.[\p{L}\d-]+)*\.(?:${ENDINGS})(?![\p{L}\d-])(?:[:/?#][^\s<>"]*)?|(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])\S*`,
  'giu',
)

type FoundLink = {
  readonly at: number
  readonly found: string
  /** what to write instead; null when the link may stay */
  readonly fix: string | null
}

const NO_LINKS =
  'Leave links out: they look like fraud and may identify the person. Give the number to call. A practice that wants links to its own site names it under texting › linkDomain.'

/**
 * Every link in a text, and what is wrong with it.
 * @param domain the practice's own, in small letters; null when its texts hold no links
 */
export function linksIn(text: string, domain: string | null): FoundLink[] {
  return [...text.matchAll(LINK)].map((match) => {
    const found = match[0]
    return { at: match.index, found, fix: domain === null ? NO_LINKS : faultOf(found, domain) }
  })
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
