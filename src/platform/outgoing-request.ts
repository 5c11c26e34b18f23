import { lookup as lookUp, type LookupAddress } from 'node:dns'
import { request as overHttp, type IncomingMessage } from 'node:http'
import { request as overHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/*
 * Requests to addresses that people typed in. They must not reach what only this machine may reach: its own services, the practice's
 * network, a cloud's metadata. So the address is checked where it counts, after the name was looked up.
 */

const TIMEOUT_MS = 10_000

const INSIDE = new BlockList()
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  INSIDE.addSubnet(net, prefix, 'ipv4')
}
for (const [net, prefix] of [
  // The machine itself, and addresses of IPv4 inside addresses of IPv6, which lead wherever those lead.
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2001::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  INSIDE.addSubnet(net, prefix, 'ipv6')
}

/**
 * Why an address may not be called, in words for whoever typed it; null when it may.
 * @param localAllowed http and addresses of this machine will do, as long as a stand-in plays the carrier.
 */
export function mayBeCalled(address: string, localAllowed: boolean): string | null {
  const expected = 'expected an https address such as https://records.example.org/ringback'
  if (!URL.canParse(address)) return `The address cannot be read; ${expected}.`
  const { protocol, hostname, username, password } = new URL(address)
  if (username !== '' || password !== '')
    return `The address holds a user or a password; ${expected} without them.`
  const host = hostname.replace(/^\[|\]$|\.$/g, '')
  if (localAllowed && (protocol === 'http:' || protocol === 'https:')) return null
  if (protocol !== 'https:') return `The address is not encrypted; ${expected}.`
  if (/(^|\.)localhost$/.test(host) || (isIP(host) !== 0 && isInside(host)))
    return `The address is inside this network; ${expected}.`
  return null
}

export type Posted = { readonly status: number }

/**
 * Posts a body and reads the answer's status alone; no redirect is followed.
 * @throws Error when there is no answer within 10 seconds, or the name leads to an address inside this network.
 */
export async function postOutside(
  address: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  localAllowed: boolean,
): Promise<Posted> {
  const problem = mayBeCalled(address, localAllowed)
  if (problem !== null) throw new Error(problem)
  const url = new URL(address)
  const send = url.protocol === 'https:' ? overHttps : overHttp
  return new Promise((resolve, reject) => {
    const request = send(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(localAllowed ? {} : { lookup: outsideOnly }),
      // Nothing is kept open between deliveries, so that each looks its name up anew.
      agent: false,
    })
    request.on('response', (response: IncomingMessage) => {
      response.resume()
      // What follows the status is of no interest, and need not be waited for.
      response.on('error', () => undefined)
      resolve({ status: response.statusCode ?? 0 })
    })
    request.on('error', reject)
    request.end(body)
  })
}

function isInside(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return INSIDE.check(mapped, 'ipv4')
  return INSIDE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** Looks a name up as always and refuses it when any of its addresses lies inside. */
const outsideOnly: LookupFunction = (hostname, options, done) => {
  lookUp(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) {
      done(error, [])
      return
    }
    const [first] = addresses
    if (!first || addresses.some(({ address }) => isInside(address)))
      done(new Error('The name leads to an address inside this network.'), [])
    else if (options.all) done(null, addresses)
    else done(null, first.address, first.family)
  })
}
