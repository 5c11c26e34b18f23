import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookUntil } from '../../scripts/drill/stage.ts'
import { tick } from '../../src/casework/tick.ts'
import type { CallView } from '../../src/sandbox/control/schema.ts'
import { run } from '../scripts/command-line.ts'
import { startTestProduct, type TestProduct } from '../support/product.ts'
import { thorough } from '../support/runs.ts'
import { expected, TONE, type Moment, type Result } from './paths/oracle.ts'
import { LINE_KINDS, phoneBehind, practiceFile, type LineKind } from './paths/practice.ts'
import { isSpoken, LISTENS, MOBILE, NUMBERS, personOn, WAYS, type Path, type Way } from './paths/ways.ts'

/*
 * Every way a call can go, through the whole product: each hang-up, key and silence on each kind of line at each hour, and every
 * language and kind of number. What each must come to is said in paths/oracle.ts. `npm test` calls each way at each hour, each line at
 * every other hour, and each way in one of the languages; `npm run test:long` makes all the calls.
 */

const MOMENTS: readonly Moment[] = [
  { name: 'before opening on the day summer time ends', at: '2026-11-01T15:45:00Z', greeting: 'closed' },
  { name: 'in open hours', at: '2026-12-02T18:00:00Z', greeting: 'open' },
  { name: 'at lunch', at: '2026-12-02T20:15:00Z', greeting: 'lunch' },
  { name: 'in the evening', at: '2026-12-03T03:00:00Z', greeting: 'closed' },
  { name: 'on the afternoon of a half day', at: '2026-12-24T22:00:00Z', greeting: 'closed' },
  { name: 'on a holiday', at: '2026-12-25T18:00:00Z', greeting: 'holiday' },
  { name: 'on a day with a greeting of its own', at: '2027-02-12T18:00:00Z', greeting: 'ownGreeting' },
  { name: 'after opening on the day summer time begins', at: '2027-03-14T15:15:00Z', greeting: 'open' },
]

/** Calls at the same time; more would wait for the database longer than a caller waits. */
const AT_ONCE = 40
/** Nobody meets so many things on one call: beyond it the call turns in a circle. */
const MOST_STEPS = 40

let running: TestProduct
let folder: string
let count = 0
const warnings: string[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'call-paths-'))
  writeFileSync(join(folder, 'clinic.yaml'), practiceFile())
  running = await startTestProduct(new Date('2026-10-31T15:00:00Z'), {
    CLINIC_FILE: join(folder, 'clinic.yaml'),
  })
  const { sandbox } = running.stage
  await sandbox.setSpeed(0)
  for (const line of LINE_KINDS) {
    for (const [place, phone] of line.phones.entries())
      await sandbox.setPhone(phoneBehind(line, place), phone)
  }
})
afterAll(async () => {
  await running.close()
  rmSync(folder, { recursive: true })
})

describe.each(MOMENTS.map((moment, place) => ({ ...moment, moment, place })))(
  '$name',
  ({ moment, place }) => {
    test('each way of calling comes to what it must', { timeout: 60_000 }, async () => {
      await running.stage.sandbox.setClock(new Date(moment.at))
      expect(await differing(pathsAt(moment, place), moment)).toEqual([])
    })
  },
)

describe('in open hours again', () => {
  const moment: Moment = { name: 'open', at: '2027-03-15T17:00:00Z', greeting: 'open' }
  beforeAll(() => running.stage.sandbox.setClock(new Date(moment.at)))
  const backup = LINE_KINDS[0]!
  const front = LINE_KINDS.find(({ name }) => name === 'front line with a mailbox')!

  test.each(LANGUAGES.map((chosen, place) => ({ chosen, place })))(
    'each way of calling comes to what it must after the keys for $chosen',
    { timeout: 60_000 },
    async ({ chosen, place }) => {
      const paths = WAYS.flatMap((way, index): Path[] => {
        const line = index % 2 === 0 ? backup : front
        const isCalled = thorough || index % LANGUAGES.length === place
        return isCalled && isPossible(line, way, moment) ? [{ line, way, number: MOBILE, chosen }] : []
      })
      expect(await differing(paths, moment)).toEqual([])
    },
  )

  test.each(NUMBERS)(
    'each kind of hang-up comes to what it must from $name',
    { timeout: 60_000 },
    async (number) => {
      const ways = WAYS.filter(({ name }) => FROM_EACH_NUMBER.includes(name))
      const paths = ways.map((way, index): Path => ({
        line: index % 2 ? front : backup,
        way,
        number,
        chosen: [],
      }))
      expect(paths).toHaveLength(FROM_EACH_NUMBER.length)
      expect(await differing(paths, moment)).toEqual([])
    },
  )
})

test('the carrier found nothing wrong with any answer', () => {
  expect(count).toBeGreaterThan(thorough ? 550 : 250)
  expect(warnings).toEqual([])
})

test('compared with the log of the carrier, every call is accounted for and none differs', async () => {
  const { database, stage } = running
  await stage.sandbox.setSpeed(1)
  await stage.sandbox.jumpClock(120_000)
  const { code } = await run(['reconcile'], { env: { DATABASE_URL: database.url } })
  expect(code).toBe(0)
  expect(await database.db.reconciliation.findFirst({ where: { why: 'command' } })).toMatchObject({
    created: 0,
    repaired: 0,
    problems: [],
    failure: null,
  })
})

/** The languages that callers choose, one after the other. */
const LANGUAGES = [['es'], ['vi'], ['vi', 'es']] as const
/** Ways that are tried from each kind of number. */
const FROM_EACH_NUMBER = [
  'hangs up after the greeting, no key',
  'presses 1 and hangs up',
  'hangs up at the beep',
  'hangs up after two seconds of message',
  'presses 1, leaves a message and listens to the end',
]

/**
 * Each way on the backup line and on one of the others, a different one at each moment: over all moments, each way meets each line and
 * each hour, and each line each hour. Where the practice takes the call there is not much to do, so those lines are all called. Unless
 * the test is thorough, each way goes to one of its two lines in turn, and each line is called at every other moment.
 */
function pathsAt(moment: Moment, place: number): Path[] {
  const [backup, ...fronts] = LINE_KINDS
  const missed = fronts.filter(({ answered }) => !answered)
  // The other way round in the second half, or some would never have their turn in open hours.
  const hasTurn = (index: number): boolean => thorough || (index + place + Math.floor(place / 4)) % 2 === 0
  const pairs = WAYS.flatMap((way, index) => [
    ...(hasTurn(index) ? [{ line: backup, way }] : []),
    ...(hasTurn(index + 1) ? [{ line: missed[(index + place) % missed.length], way }] : []),
  ])
  const called = fronts.filter((_line, index) => hasTurn(index))
  const ringing = called.flatMap((line) => [
    ...WAYS.filter(({ leaves }) => leaves === 'connecting' || leaves === 'ringing').map((way) => ({
      line,
      way,
    })),
    ...(line.answered ? [{ line, way: LISTENS }] : []),
  ])
  const all = new Set([...pairs, ...ringing].map(({ line, way }) => JSON.stringify([line?.name, way.name])))
  return LINE_KINDS.flatMap((line) =>
    WAYS.filter((way) => all.has(JSON.stringify([line.name, way.name])) && isPossible(line, way, moment)).map(
      (way): Path => ({ line, way, number: MOBILE, chosen: [] }),
    ),
  )
}

/** Somebody can be told to hold, and hang up while it rings, only where a phone is rung; and that only where it goes on ringing. */
function isPossible(line: LineKind, { leaves }: Way, moment: Moment): boolean {
  const rung = line.phones.length > 0 && (line.rung === 'always' || moment.greeting === 'open')
  if (leaves === 'connecting') return rung
  return leaves !== 'ringing' || (rung && line.phones[0]?.pickUp === 'no-answer')
}

async function differing(paths: readonly Path[], moment: Moment): Promise<unknown[]> {
  const different: unknown[] = []
  for (let first = 0; first < paths.length; first += AT_ONCE) {
    const wave = paths.slice(first, first + AT_ONCE)
    for (const { path, phone, found } of await play(wave)) {
      const wanted = expected(path, moment, phone)
      const { line, way, number, chosen } = path
      const called = [line.name, way.name, number.name, ...chosen].join(' · ')
      if (JSON.stringify(found) !== JSON.stringify(wanted)) different.push({ called, wanted, found })
    }
  }
  return different
}

type Played = { readonly path: Path; readonly phone: string; readonly found: Result }

/** Makes calls at the same time, until each is over and all that follows it has arrived. */
async function play(paths: readonly Path[]): Promise<Played[]> {
  const { stage, product, database } = running
  const { sandbox } = stage
  const since = (await sandbox.requests()).at(-1)?.id ?? 0
  const before = await database.db.followUp.count()
  const calls = await Promise.all(
    paths.map(async (path) => {
      const from = path.number.from((count += 1))
      const { fields = {} } = path.number
      const pace = isSpoken(path.way) ? 'spoken' : 'instant'
      const { sid } = await sandbox.startCall({ from, to: path.line.number, fields, pace })
      return { path, phone: from, sid, person: personOn(sandbox, sid, path) }
    }),
  )
  let onTheLine = calls
  for (let step = 0; ; step += 1) {
    await sandbox.idle({ advance: true })
    const stillOn = await Promise.all(onTheLine.map(async (call) => ((await call.person()) ? [call] : [])))
    onTheLine = stillOn.flat()
    if (onTheLine.length === 0) break
    if (step === MOST_STEPS) throw new Error('A call does not come to its end.')
  }
  // Whether a call that ended while it rang was answered may be told a little later; then it counts as missed.
  await sandbox.jumpClock(31_000)
  await tick(product.casework)
  // Who took them is asked from the carrier's log, by a job: the queue looks for work as time goes on.
  await lookUntil(
    async () => {
      await sandbox.jumpClock(2_500)
      return database.db.call.count({ where: { state: 'ringing', endedAt: { not: null } } })
    },
    (unsettled) => unsettled === 0,
  )

  const asked = await sandbox.requests(since)
  const results = await Promise.all(
    calls.map(async ({ path, phone, sid }) => {
      const view = await sandbox.call(sid)
      warnings.push(...view.warnings)
      const addresses = asked
        .filter(({ parameters }) => parameters['CallSid'] === sid)
        .map(({ url, attempt, status }) => `${url} attempt ${attempt}: ${status}`)
      // Nothing is asked twice on a call, so nothing loops.
      expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([])
      expect(addresses.filter((address) => !address.endsWith('attempt 1: 200'))).toEqual([])
      return { path, phone, found: await resultOf(view) }
    }),
  )
  const items = results.filter(({ found }) => found.item !== null).length
  expect((await database.db.followUp.count()) - before, 'items').toBe(items)
  return results
}

async function resultOf(view: CallView): Promise<Result> {
  const { db } = running.database
  const call = await db.call.findUniqueOrThrow({
    where: { sid: view.sid },
    include: { followUp: { include: { contact: true } } },
  })
  const consents = await db.consentEvent.findMany({ where: { evidence: view.sid }, orderBy: { seq: 'asc' } })
  const item = call.followUp
  return {
    state: call.state,
    heard: view.heard
      .filter(({ kind }) => kind === 'say' || kind === 'tone')
      .map(({ kind, text, language }) =>
        kind === 'tone' ? TONE : `${text.split(' ').slice(0, 2).join(' ')} (${language ?? ''})`,
      ),
    item: item && {
      trigger: item.trigger,
      status: item.status,
      queue: item.queue,
      urgency: item.urgency,
      heard: item.heard,
      language: item.language,
      phone: item.contact?.phone ?? null,
      nextAction: item.nextAction,
      repeatContacts: item.repeatContacts,
    },
    consents: consents.map(({ wordingVersion }) => wordingVersion?.split('@')[0] ?? ''),
  }
}
