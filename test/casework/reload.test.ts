import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPractices } from '../../src/casework/casework.ts'
import { listenForChanges } from '../../src/casework/changes.ts'
import { createReload, type Reload } from '../../src/casework/reload.ts'
import { recordOutcome } from '../../src/casework/staff-actions.ts'
import { createLog } from '../../src/platform/log.ts'
import { startCasework, WEDNESDAY_11, type CaseworkStage } from '../support/casework.ts'
import { later } from '../support/practice.ts'
import { employ } from './people.ts'
import { changed, clinicFolder, EXAMPLE } from './policy/clinic-files.ts'

const { path, write } = clinicFolder()
const ELM = EXAMPLE.replace('clinic: cedar-grove', 'clinic: elm-street')
  .replaceAll('555 0100', '555 0110')
  .replaceAll('555 0101', '555 0111')

let stage: CaseworkStage
let logged: string[]
let replaced: () => void
let rules: Reload

beforeEach(async () => {
  stage = await startCasework()
  logged = []
  replaced = () => undefined
  rules = reloadIn(stage.sending.practices)
  write(EXAMPLE)
})
afterEach(() => stage.close())

/** What one process does when the clinic files in the folder change. */
function reloadIn(practices: CaseworkStage['sending']['practices']): Reload {
  const log = createLog('info', { write: (line) => logged.push(line) })
  const { db, clock } = stage.sending
  return createReload({ db, clock, log, practices, clinicFile: path(), onReplaced: () => replaced() })
}
const policyNow = () => stage.sending.practices.policy('cedar-grove')
const itemOf = (id: string) => stage.db.followUp.findUniqueOrThrow({ where: { id } })
describe('reading the clinic files again', () => {
  it('puts the rules in force, keeps their version beside the one before, and decides by them from then on', async () => {
    await rules.reload()
    const before = policyNow().version
    const { followUpId } = await stage.call(stage.newPhone())
    expect((await itemOf(followUpId)).policyVersion).toBe(before)

    write(changed('restMinutes: 120\n', 'restMinutes: 60\n'))
    const reloaded = await rules.reload()
    const { version, persistence } = policyNow()
    expect(reloaded).toEqual({ type: 'loaded', versions: [version] })
    expect(persistence.restMinutes).toBe(60)
    expect(version).not.toBe(before)
    const kept = await stage.db.policyVersion.findMany({ where: { id: { in: [before, version] } } })
    expect(kept).toHaveLength(2)

    const { actor: maya } = await employ(stage.db, 'Maya', 'assistant')
    const { number } = await itemOf(followUpId)
    await recordOutcome(stage.sending, maya, { number, outcome: 'no-answer', note: '' })
    expect((await itemOf(followUpId)).policyVersion).toBe(version)
    const lines = await stage.db.historyEntry.findMany({ where: { followUpId }, orderBy: { id: 'asc' } })
    const told = lines
      .map(({ detail }) => detail)
      .filter((detail) => JSON.stringify(detail).includes('policy'))
    expect(told).toMatchObject([{ policy: version, policyBefore: before }])
  })

  it('changes nothing when a file has a mistake, says which, and logs no names and numbers', async () => {
    await rules.reload()
    const before = policyNow()
    logged.length = 0
    write(changed('name: Nurse on call, phone: +1 415 555 0160', 'name: Maria Lopez, phone: 415 Maria'))
    const reloaded = await rules.reload()
    expect(reloaded).toMatchObject({ type: 'kept' })
    expect(reloaded.type === 'kept' && reloaded.problems).toEqual([
      expect.stringMatching(
        /^clinic\.yaml:\d+:\d+ {2}onCall › entry 1 › phone: found "415 Maria", expected a US phone/,
      ),
    ])
    expect(policyNow()).toBe(before)
    expect(logged.join('')).toMatch(/onCall › entry 1 › phone: expected a US phone number/)
    expect(logged.join('')).not.toMatch(/Maria/)
    expect(await stage.db.policyVersion.count({ where: { clinicId: 'cedar-grove' } })).toBe(1)
  })

  it('changes nothing when one of two files has a mistake', async () => {
    write(changed('restMinutes: 120\n', 'restMinutes: 60\n'))
    write(ELM.replace('state: CA', 'state: Calif'), 'elm.yaml')
    expect(await rules.reload()).toMatchObject({ type: 'kept' })
    expect(policyNow().persistence.restMinutes).toBe(120)
    expect(stage.sending.practices.all).toHaveLength(1)
  })

  it('changes nothing when the file is gone', async () => {
    rmSync(`${path()}/clinic.yaml`)
    expect(await rules.reload()).toMatchObject({ type: 'kept' })
    expect(policyNow().name).toBe('Cedar Grove Family Practice')
  })

  it('counts what was read last when two people ask at once', async () => {
    const first = rules.reload()
    write(changed('restMinutes: 120\n', 'restMinutes: 60\n'))
    await Promise.all([first, rules.reload()])
    expect(policyNow().persistence.restMinutes).toBe(60)
  })

  it('takes a new practice and its lines in', async () => {
    write(ELM, 'elm.yaml')
    await rules.reload()
    expect(stage.sending.practices.lineByPhone('+14155550110')?.policy.clinicId).toBe('elm-street')
    expect(
      await stage.db.clinicLine.findMany({ where: { clinicId: 'elm-street', active: true } }),
    ).toHaveLength(2)
  })
})

describe('several processes', () => {
  it('all read their files again when one of them does', async () => {
    const other = createPractices([policyNow()])
    const inOther = reloadIn(other)
    const stop = await listenForChanges(
      stage.url,
      (change) => void inOther.heard(change),
      createLog('silent'),
    )
    write(changed('restMinutes: 120\n', 'restMinutes: 60\n'))
    let count = 0
    const both = new Promise<void>((resolve) => {
      replaced = () => {
        count += 1
        if (count === 2) resolve()
      }
    })
    await rules.reload()
    await both
    await stop()
    expect(other.policy('cedar-grove').persistence.restMinutes).toBe(60)
    expect(other.policy('cedar-grove').version).toBe(policyNow().version)
  })

  it('one that was cut off reads them again if others did meanwhile, and only then', async () => {
    await rules.reload()
    const other = createPractices([policyNow()])
    const inOther = reloadIn(other)
    write(changed('restMinutes: 120\n', 'restMinutes: 60\n'))
    await inOther.heard('missed-some')
    expect(other.policy('cedar-grove').persistence.restMinutes).toBe(120)
    stage.setTime(later(WEDNESDAY_11, 1))
    await rules.reload()
    await inOther.heard('missed-some')
    expect(other.policy('cedar-grove').persistence.restMinutes).toBe(60)
  })

  it('that hears of a file which is not good here keeps its rules', async () => {
    write(EXAMPLE.replace('state: CA', 'state: Calif'))
    await rules.heard({ practices: { by: 'another' } })
    expect(policyNow().state).toBe('CA')
  })
})
