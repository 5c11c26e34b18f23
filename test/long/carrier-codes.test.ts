import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookUntil } from '../../scripts/drill/stage.ts'
import { activeStops, resumeSending } from '../../src/casework/sending/stops.ts'
import { CODE_RULES, type CodeRule } from '../../src/domain/texting/carrier-code-table.ts'
import { inTransaction, type Db } from '../../src/platform/db.ts'
import { plannedTexts } from '../support/planned-texts.ts'
import { later } from '../support/practice.ts'
import { startTestProduct, type TestProduct } from '../support/product.ts'

const NOON = new Date('2026-12-02T20:00:00Z')
const CLINIC_FILE = fileURLToPath(new URL('../../clinic.yaml', import.meta.url))

let running: TestProduct
let db: Db
beforeAll(async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'ringback-codes-')), 'clinic.yaml')
  await writeFile(file, (await readFile(CLINIC_FILE, 'utf8')).replace(/perSecond: 1$/m, 'perSecond: 100'))
  running = await startTestProduct(NOON, { CLINIC_FILE: file })
  ;({ db } = running.database)
}, 60_000)
afterAll(() => running.close())

/** Codes of the whole API and of creating a text come as the answer to a request; the others in a delivery report. */
const isAnswer = ({ code }: CodeRule): boolean =>
  code !== null && (code < 30_000 || code === 572_005 || code === 90_007)

type Ordered = { readonly rule: CodeRule; readonly messageId: string }

/** The running product sends one text for each code, and the sandbox meets it with that code. */
async function order(rules: readonly CodeRule[]): Promise<Ordered[]> {
  const { casework } = running.product
  const now = casework.clock.now()
  const patients = await plannedTexts(db, later(now, -1), rules.length)
  for (const [index, { phone }] of patients.entries()) {
    const rule = rules[index]!
    const code = rule.code ?? 0
    await running.stage.sandbox.setFaults(
      phone,
      isAnswer(rule)
        ? { rest: { type: 'refuse', code }, restTimes: 1 }
        : { delivery: { status: 'undelivered', errorCode: code } },
    )
  }
  await inTransaction(db, async (tx) => {
    for (const { messageId } of patients) await casework.jobs.enqueue(tx, 'send-text', messageId, now)
  })
  return patients.map(({ messageId }, index) => ({ rule: rules[index]!, messageId }))
}

async function endOf({ messageId, rule }: Ordered): Promise<void> {
  const row = await lookUntil(
    async () => {
      await running.stage.sandbox.idle({ advance: true })
      return db.message.findUniqueOrThrow({
        where: { id: messageId },
        include: { contact: true, followUp: true },
      })
    },
    ({ errorCode, state }) => errorCode !== null || state === 'unknown',
  )
  const facts = `${String(rule.code)} ${rule.message}`
  const { state, refusal, contact, followUp } = row
  if (isAnswer(rule) && rule.message === 'look-up') {
    expect([facts, state]).toEqual([facts, 'unknown'])
    return
  }
  const resumed = rule.message === 'recheck' && rule.account === 'stop'
  const again = rule.retryAfterMinutes.length > 0 || rule.message === 'next-day'
  expect([facts, state, refusal, row.errorCode]).toEqual([
    facts,
    resumed || again ? 'held' : isAnswer(rule) ? 'failed' : 'undelivered',
    resumed ? 'sending-stopped' : again ? rule.reason : null,
    rule.code,
  ])
  const learnt = ['none', 'opted-out'].includes(rule.contact) ? 'unknown' : rule.contact
  expect([facts, contact?.textable]).toEqual([facts, learnt])
  const shown = resumed ? 'text-stopped' : again ? null : 'undelivered'
  expect([facts, followUp?.escalation]).toEqual([facts, shown])
  // It has told what it had to; later tries are another test's.
  await db.message.update({ where: { id: messageId }, data: { state: 'canceled', refusal: 'closed' } })
}

test('every code that concerns one text does to it what the table says', { timeout: 120_000 }, async () => {
  const rules = CODE_RULES.filter(({ account }) => account !== 'stop')
  for (const one of await order(rules)) await endOf(one)
  expect(await activeStops(db)).toEqual([])
})

test(
  'every code that concerns the account stops sending until it is resumed',
  { timeout: 120_000 },
  async () => {
    const rules = CODE_RULES.filter(({ account }) => account === 'stop')
    expect(rules.length).toBeGreaterThan(15)
    for (const rule of rules) {
      const [one] = await order([rule])
      await endOf(one!)
      expect(await activeStops(db)).toMatchObject([{ code: rule.code, reason: rule.reason }])
      expect(await resumeSending(running.product.casework, 'maya')).toBe(1)
    }
  },
)
