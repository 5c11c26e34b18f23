import { afterAll, beforeAll, expect, test } from 'vitest'
import { SCOPES } from '../../src/api/keys.ts'
import { IMPORT_STATES } from '../../src/casework/imports/view.ts'
import { ACKNOWLEDGED_BY, ALERT_STATES } from '../../src/domain/alerting/words.ts'
import { BASES, CONSENT_KINDS } from '../../src/domain/consent/ledger.ts'
import { CADENCE_ENDS, ESCALATIONS, LAST_ACTIONS, NEXT_ACTIONS } from '../../src/domain/follow-up/item.ts'
import {
  HEARD,
  LANGUAGES,
  OUTCOMES,
  PAGE_LANGUAGES,
  QUEUES,
  STATUSES,
  TRIGGERS,
  URGENCIES,
} from '../../src/domain/follow-up/words.ts'
import { LIST_TRIGGERS } from '../../src/domain/imports/fields.ts'
import { VERDICTS } from '../../src/domain/imports/verdict.ts'
import { ROLES } from '../../src/domain/staff/roles.ts'
import { MESSAGE_STATES } from '../../src/domain/texting/delivery.ts'
import { TEXTABLE } from '../../src/domain/texting/gate.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

test.each([
  ['follow_up_trigger', TRIGGERS],
  ['follow_up_status', STATUSES],
  ['follow_up_queue', QUEUES],
  ['follow_up_urgency', URGENCIES],
  ['follow_up_heard', HEARD],
  ['follow_up_language', LANGUAGES],
  ['follow_up_next_action', NEXT_ACTIONS],
  ['follow_up_last_action', LAST_ACTIONS],
  ['follow_up_cadence_ended', CADENCE_ENDS],
  ['follow_up_escalation', ESCALATIONS],
  ['follow_up_outcome', OUTCOMES],
  ['contact_textable', TEXTABLE],
  ['contact_language', LANGUAGES],
  ['call_language', LANGUAGES],
  ['consent_event_basis', BASES],
  ['consent_event_kind', CONSENT_KINDS],
  ['import_state', IMPORT_STATES],
  ['import_trigger', LIST_TRIGGERS],
  ['import_row_verdict', VERDICTS],
  ['message_state', MESSAGE_STATES],
  ['staff_alert_text_state', ALERT_STATES],
  ['staff_alert_call_state', ALERT_STATES],
  ['staff_alert_acknowledged_means', ACKNOWLEDGED_BY],
  ['staff_alert_language', PAGE_LANGUAGES],
  ['staff_roles', ROLES],
  ['api_key_scopes', SCOPES],
])('the CHECK %s holds the same words as the program', async (constraint, words) => {
  const [row] = await database.db.$queryRaw<{ definition: string }[]>`
    SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = ${constraint}`
  const inDatabase = [...(row?.definition ?? '').matchAll(/'([^']+)'::text/g)].map((match) => match[1])
  expect(inDatabase.sort()).toEqual([...words].sort())
})

const APPEND_ONLY = ['history', 'consent_event', 'contact_fact', 'audit']

test.each(APPEND_ONLY)('what stands in %s can be neither changed nor removed', async (table) => {
  const rows = await database.db.$queryRaw<{ name: string }[]>`
    SELECT tgname AS name FROM pg_trigger WHERE tgrelid = ${table}::regclass AND NOT tgisinternal ORDER BY tgname`
  expect(rows.map(({ name }) => name)).toEqual([`${table}_append_only`, `${table}_no_truncate`])
})

test.each([...APPEND_ONLY, 'contact'])(
  'emptying %s at one stroke is refused, unless the retention rule asks for it',
  async (table) => {
    const { db } = database
    const empty = db.$executeRawUnsafe(`TRUNCATE ${table} CASCADE`)
    await expect(empty).rejects.toThrow('append-only')
    await db.$transaction([
      db.$executeRaw`SET LOCAL ringback.retention = 'on'`,
      db.$executeRawUnsafe(`TRUNCATE ${table} CASCADE`),
    ])
  },
)

test('an entry of the audit cannot be changed, whoever tries', async () => {
  const { db } = database
  const at = new Date('2026-12-02T17:00:00Z')
  const { id } = await db.auditEntry.create({
    data: { at, actor: 'system', action: 'test', subject: 'test' },
  })
  await expect(db.auditEntry.update({ where: { id }, data: { action: 'other' } })).rejects.toThrow(
    'append-only',
  )
  await expect(db.auditEntry.delete({ where: { id } })).rejects.toThrow('append-only')
})
