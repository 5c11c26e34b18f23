import type { Policy } from '../../src/domain/policy/policy.ts'
import { isOpen } from '../../src/domain/time/business-time.ts'
import { scenes, type Expected, type Numbers, type Scene } from './scenes.ts'
import { callLine, lookUntil, type ItemView, type Stage } from './stage.ts'

/** One line of the result sheet. */
export type Row = {
  readonly scene: string
  readonly sentIn: string
  readonly expected: string
  readonly found: string
  readonly passed: boolean
}

const MINUTE = 60_000
/** The first text of the example practice leaves two minutes after the call; transcripts are given up after fifteen. */
const UNTIL_TEXTS = 3 * MINUTE
const UNTIL_TRANSCRIPTS_ARE_LATE = 16 * MINUTE
/** The product compares itself with the carrier's log once an hour. */
const UNTIL_COMPARED = 65 * MINUTE
const WITHHELD = ['anonymous', '+266696687'] as const

/**
 * Plays the morning and compares what must be there with what is there. Every scene has a number of its own that the product has not
 * seen, so the drill can be repeated on the same data and beside real items of the sandbox.
 * @param interrupt called between the two halves of the morning and in the middle of the calls; a test kills the product there.
 */
export async function runDrill(
  stage: Stage,
  policy: Policy,
  interrupt: (moment: 'while-calling' | 'after-calls') => Promise<void> = () => Promise.resolve(),
): Promise<Row[]> {
  await stage.sandbox.setSpeed(1)
  await stage.sandbox.setClock(nextMorning(policy, new Date((await stage.sandbox.clock()).now)))
  const cast = scenes(await unusedNumbers(stage))
  const withheldBefore = await withheldItems(stage)

  const middle = Math.floor(cast.length / 2)
  for (const [index, scene] of cast.entries()) {
    await scene.act(stage)
    if (index === middle) await interrupt('while-calling')
  }
  for (const from of WITHHELD) {
    const caller = await callLine(stage, from, stage.lines.backup)
    await caller.listen('key')
    await caller.hangUp()
    await caller.ended()
  }
  await stage.sandbox.idle({ advance: true })
  await interrupt('after-calls')

  await stage.sandbox.jumpClock(UNTIL_TEXTS)
  for (const scene of cast) {
    if (!scene.actLater) continue
    // Whoever answers the text has to have it first.
    if (scene.expect.texts.length > 0)
      await lookUntil(
        () => textsOut(stage, scene.phone),
        (states) => states.includes('delivered'),
      )
    await scene.actLater(stage)
  }
  await stage.sandbox.idle({ advance: true })
  await stage.sandbox.jumpClock(UNTIL_TRANSCRIPTS_ARE_LATE)

  const rows: Row[] = []
  for (const scene of cast) if (!scene.foundLater) rows.push(await compare(stage, scene))
  rows.push(await compareWithheld(stage, withheldBefore))
  await stage.sandbox.jumpClock(UNTIL_COMPARED)
  for (const scene of cast) if (scene.foundLater) rows.push(await compare(stage, scene))
  return rows
}

/** 10:05 on the next day after `now` on which the practice works and may text, by the practice's clock. */
function nextMorning(policy: Policy, now: Date): Date {
  const { calendar, texting } = policy
  const today = now.toTemporalInstant().toZonedDateTimeISO(calendar.zone).toPlainDate()
  for (let ahead = 0; ahead < 30; ahead += 1) {
    const date = today.add({ days: ahead })
    const at = new Date(
      date.toZonedDateTime({ timeZone: calendar.zone, plainTime: '10:05' }).epochMilliseconds,
    )
    if (at > now && isOpen(calendar, at) && texting.holidays[date.toString()] === undefined) return at
  }
  throw new Error(
    'The practice is not open at 10:05 on any of the next 30 days, so the drill has no morning to play.',
  )
}

/** Area codes of California; with 555-01xx they make numbers that belong to nobody. */
const AREA_CODES = [415, 510, 408, 650, 707, 831, 916, 925, 530, 559, 619, 661, 714, 760, 805, 818]

function* atHome(): Generator<string> {
  for (const area of AREA_CODES) for (let last = 20; last < 100; last += 1) yield `+1${area}55501${last}`
}

/** London numbers that are kept free for drama: 020 7946 0000 to 0999. */
function* abroad(): Generator<string> {
  for (let last = 100; last < 1000; last += 1) yield `+442079460${last}`
}

/**
 * Numbers that nobody has called or texted from yet, one for each scene: a former drill or somebody at the patient's phone may have
 * used any of them.
 */
async function unusedNumbers(stage: Stage): Promise<Numbers> {
  const wanted = { home: 0, abroad: 0 }
  scenes({ home: () => String((wanted.home += 1)), abroad: () => String((wanted.abroad += 1)) })
  const unused = {
    home: await firstUnused(stage, atHome(), wanted.home),
    abroad: await firstUnused(stage, abroad(), wanted.abroad),
  }
  return { home: () => unused.home.shift() ?? '', abroad: () => unused.abroad.shift() ?? '' }
}

async function firstUnused(stage: Stage, candidates: Iterable<string>, wanted: number): Promise<string[]> {
  const unused: string[] = []
  const called = new Set((await stage.sandbox.calls()).map(({ from }) => from))
  for (const number of candidates) {
    if (unused.length === wanted) return unused
    const items = await stage.api.items({ phone: number })
    const texts = await stage.api.texts(number)
    if (items.length + texts.length === 0 && !called.has(number)) unused.push(number)
  }
  throw new Error('All numbers of the drill have been used. Start with an empty DATA_DIR to play it again.')
}

async function textsOut(stage: Stage, phone: string): Promise<string[]> {
  const texts = await stage.api.texts(phone)
  return texts
    .filter(({ direction, state }) => direction === 'out' && state !== 'canceled')
    .map(({ state }) => state)
}

async function compare(stage: Stage, scene: Scene): Promise<Row> {
  const wanted = { items: scene.expect.items.map(inWords), texts: scene.expect.texts }
  const seen = await lookUntil(
    async () => {
      const items = await stage.api.items({ phone: scene.phone })
      return {
        items: items.map((item, index) => inWords(pick(item, scene.expect.items[index] ?? {}))),
        texts: (await textsOut(stage, scene.phone)).sort(),
      }
    },
    (found) => same(found, wanted),
  )
  return {
    scene: scene.name,
    sentIn: scene.does,
    expected: sentence(wanted),
    found: sentence(seen),
    passed: same(seen, wanted),
  }
}

async function withheldItems(stage: Stage): Promise<number> {
  const items = await stage.api.items({ open: 'true' })
  return items.filter(({ contact }) => contact.phone === null).length
}

async function compareWithheld(stage: Stage, before: number): Promise<Row> {
  const found = (await withheldItems(stage)) - before
  return {
    scene: 'withhold their number',
    sentIn: `${WITHHELD.length} calls without a number`,
    expected: `${WITHHELD.length} items without a phone`,
    found: `${found} items without a phone`,
    passed: found === WITHHELD.length,
  }
}

/** Of an item, the parts that the scene speaks of. */
function pick(item: ItemView, wanted: Expected): Expected {
  const escalation = item.escalation?.why ?? 'none'
  const seen: Record<string, unknown> = { ...item, escalation, language: item.contact.language }
  return Object.fromEntries(Object.keys(wanted).map((key) => [key, seen[key]]))
}

function inWords(item: Expected): string {
  return Object.entries(item)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, value]) => (key === 'repeatContacts' ? `${String(value)} repeats` : String(value)))
    .join(' ')
}

type Found = { readonly items: readonly string[]; readonly texts: readonly string[] }

function same(a: Found, b: Found): boolean {
  return JSON.stringify([a.items, [...a.texts].sort()]) === JSON.stringify([b.items, [...b.texts].sort()])
}

function sentence({ items, texts }: Found): string {
  const about = items.length === 0 ? 'no item' : items.map((item) => `item: ${item}`).join('; ')
  return `${about}; ${texts.length === 0 ? 'no text' : `text ${texts.join(', ')}`}`
}
