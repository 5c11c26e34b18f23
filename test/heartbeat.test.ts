import { afterAll, beforeAll, expect, test } from 'vitest'
import { heartbeatAlarm } from '../src/heartbeat.ts'
import { createMetrics } from '../src/metrics.ts'
import { createLog } from '../src/platform/log.ts'
import { startCasework, WEDNESDAY_11, type CaseworkStage } from './support/casework.ts'
import { later } from './support/practice.ts'

let stage: CaseworkStage
const lines: string[] = []
beforeAll(async () => {
  stage = await startCasework()
})
afterAll(() => stage.close())

const age = async (): Promise<string | undefined> =>
  /^ringback_tick_age_seconds (.+)$/m.exec(await createMetrics(stage.sending).text())?.[1]

test('a tick that did not happen is alarmed in every process, once, and so is its return', async () => {
  const log = createLog('info', { write: (line) => lines.push(line) })
  const look = heartbeatAlarm({ ...stage.sending, log })
  const said = (): unknown[] => lines.splice(0).map((line) => (JSON.parse(line) as { level: string }).level)

  await look()
  expect(said()).toEqual(['error'])
  expect(await age()).toBe('Nan')

  await stage.tick()
  await look()
  expect(said()).toEqual(['info'])
  expect(await age()).toBe('0')

  stage.setTime(new Date(later(WEDNESDAY_11, 3).getTime() - 1))
  await look()
  expect(said()).toEqual([])

  stage.setTime(later(WEDNESDAY_11, 3))
  await look()
  expect(lines.at(-1)).toContain(WEDNESDAY_11.toISOString())
  expect(said()).toEqual(['error'])
  expect(await age()).toBe('180')
  stage.setTime(later(WEDNESDAY_11, 9))
  await look()
  expect(said()).toEqual([])
})
