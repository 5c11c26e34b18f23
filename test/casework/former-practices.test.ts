import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createReload, type Reload } from '../../src/casework/reload.ts'
import { claim, recordOutcome } from '../../src/casework/staff-actions.ts'
import { startCasework, WEDNESDAY_11, type CaseworkStage } from '../support/casework.ts'
import { later } from '../support/practice.ts'
import { employ } from './people.ts'
import { clinicFolder, EXAMPLE } from './policy/clinic-files.ts'

const { path, write } = clinicFolder()
const ELM = EXAMPLE.replace('clinic: cedar-grove', 'clinic: elm-street')
  .replaceAll('555 0100', '555 0110')
  .replaceAll('555 0101', '555 0111')
const WITHOUT_SCHEDULING = EXAMPLE.replace(/ {2}- id: scheduling\n(?: {4}.*\n)+/, '')

let stage: CaseworkStage
let rules: Reload

beforeEach(async () => {
  stage = await startCasework()
  rules = createReload({ ...stage.sending, clinicFile: path(), onReplaced: () => undefined })
  write(EXAMPLE)
})
afterEach(() => stage.close())

const policyNow = () => stage.sending.practices.policy('cedar-grove')
const itemOf = (id: string) => stage.db.followUp.findUniqueOrThrow({ where: { id } })

describe('a line that left the file while a request on it is open', () => {
  it('goes on with its request: it comes up, is worked and closed, and texts come from the first line', async () => {
    await rules.reload()
    const phone = stage.newPhone()
    const scheduling = stage.sending.practices.lineByPhone('+14155550101')
    const { followUpId } = await stage.call(phone, { agrees: true })
    await stage.db.followUp.update({ where: { id: followUpId }, data: { lineId: scheduling!.line.id } })
    write(WITHOUT_SCHEDULING)
    await rules.reload()
    stage.setTime(later(WEDNESDAY_11, 3))
    await stage.tick()
    const text = await stage.db.message.findFirstOrThrow({ where: { followUpId } })
    expect(text.lineId).toBe('cedar-grove/scheduling')
    await stage.runJobs()
    expect(stage.twilio.posts).toMatchObject([{ From: '+14155550100', To: phone }])
    const { number } = await itemOf(followUpId)
    const { actor: maya } = await employ(stage.db, 'Maya', 'assistant')
    expect(await claim(stage.sending, maya, { number })).toEqual({ type: 'done' })
    const closing = { number, outcome: 'resolved', note: 'Found another office.' } as const
    expect(await recordOutcome(stage.sending, maya, closing)).toEqual({ type: 'done' })
  })
})

describe('a practice that left the files while a request of it is open', () => {
  async function gone() {
    await rules.reload()
    const phone = stage.newPhone()
    const patient = await stage.patient({ phone })
    write(ELM, 'elm.yaml')
    rmSync(`${path()}/clinic.yaml`)
    await rules.reload()
    return patient
  }

  it('is worked on by the rules it had last, and closed', async () => {
    const { followUpId } = await gone()
    expect(stage.sending.practices.all.map(({ clinicId }) => clinicId)).toEqual(['elm-street'])
    stage.setTime(later(WEDNESDAY_11, 70))
    await stage.tick()
    expect(await itemOf(followUpId)).toMatchObject({ status: 'callback-needed' })
    const { number } = await itemOf(followUpId)
    const { actor: maya } = await employ(stage.db, 'Maya', 'assistant')
    const closing = { number, outcome: 'resolved', note: 'They called the other office.' } as const
    expect(await recordOutcome(stage.sending, maya, closing)).toEqual({ type: 'done' })
  })

  it('texts nobody any more, neither what was planned nor what would have been', async () => {
    const patient = await gone()
    await stage.send(patient)
    expect((await stage.message(patient)).state).toBe('refused')
    for (let day = 1; day <= 5; day += 1) {
      stage.setTime(later(WEDNESDAY_11, day * 24 * 60))
      await stage.tick()
      await stage.runJobs()
    }
    expect(stage.twilio.posts).toEqual([])
    expect(await stage.db.message.count({ where: { followUpId: patient.followUpId } })).toBe(1)
  })

  it('keeps the days for its recordings', async () => {
    await gone()
    expect(
      stage.sending.practices.known.map(({ clinicId, voicemail }) => [clinicId, voicemail.keepDays]),
    ).toEqual([
      ['elm-street', 90],
      ['cedar-grove', 90],
    ])
  })

  it('has its own rules again when it comes back', async () => {
    await gone()
    write(EXAMPLE)
    await rules.reload()
    expect(Object.keys(policyNow().wordings)).toContain('call-received')
    expect(stage.sending.practices.known).toHaveLength(2)
  })

  it('is known from what an older release kept of its rules', async () => {
    await rules.reload()
    const { id, content } = await stage.db.policyVersion.findFirstOrThrow({
      where: { clinicId: 'cedar-grove' },
      orderBy: { lastLoadedAt: 'desc' },
    })
    const {
      state: _state,
      openOn: _openOn,
      persistence: _rest,
      ...older
    } = content as Record<string, unknown>
    const missedCall = { queue: 'manager', targetBusinessMinutes: 45, joinLines: true, cadence: [] }
    await stage.db.policyVersion.update({
      where: { id },
      data: {
        content: JSON.parse(JSON.stringify({ ...older, workflows: { 'missed-call': missedCall } })) as object,
      },
    })
    write(ELM)
    await rules.reload()
    const { workflows, persistence, calendar } = policyNow()
    expect(workflows['missed-call']).toMatchObject({
      queue: 'manager',
      target: { businessMinutes: 45 },
      cadence: [],
    })
    expect(workflows['missed-call'].ladder.at(-1)?.to).toBe('on-call')
    expect(workflows['recall-due'].cadence.length).toBeGreaterThan(0)
    expect(persistence.restMinutes).toBe(120)
    expect(calendar.holidays['2026-12-25']).toBe('Christmas Day')
  })
})
