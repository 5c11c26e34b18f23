import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from './command-line.ts'

const EXAMPLE = fileURLToPath(new URL('../../clinic.yaml', import.meta.url))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-clinic-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('clinic check', () => {
  it('says what a good file says, so that a wrong hour or number is seen', async () => {
    const { code, stdout, stderr } = await run(['clinic', 'check', EXAMPLE])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('Cedar Grove Family Practice (cedar-grove) has no mistakes.')
    expect(stdout).toContain("Main line +14155550100: takes the calls that the practice's own phones missed")
    expect(stdout).toContain(
      'Scheduling line +14155550101: rings +14155550150 for 20 seconds while open; whoever picks up presses 1 to take it',
    )
    expect(stdout).toContain('monday to friday 08:00–12:00 and 13:00–17:00')
    expect(stdout).toContain('saturday to sunday closed')
    expect(stdout).toContain('at most 1 a day and 3 a week to one number')
  })

  it('says how a line rings in turn, when, and what it says in other words', async () => {
    const file = join(folder, 'in-turn.yaml')
    const inTurn = (await readFile(EXAMPLE, 'utf8'))
      .replace('      ring: [+1 415 555 0150]\n', '      ring: [+1 415 555 0150, +1 415 555 0151]\n')
      .replace('      order: together\n', '      order: in-turn\n')
      .replace('pressToTake: true\n', 'pressToTake: false\n')
      .replace(
        '      ringWhen: [open]\n',
        '      ringWhen: [lunch, open]\n    prompts: { open: { en: We are busy. } }\n',
      )
    await writeFile(file, inTurn)
    const { stdout } = await run(['clinic', 'check', file])
    expect(stdout).toContain(
      'Scheduling line +14155550101: rings +14155550150, then +14155550151 for 20 seconds each while open and at lunch; ' +
        'picking up takes it; otherwise Ringback takes over; own words for open\n',
    )
  })

  it('lists every mistake with its place, and fails', async () => {
    const file = join(folder, 'broken.yaml')
    const broken = (await readFile(EXAMPLE, 'utf8'))
      .replace('zone: America/Los_Angeles', 'zone: Pacific')
      .replace('state: CA', 'state: California')
    await writeFile(file, broken)
    const { code, stdout } = await run(['clinic', 'check', file])
    expect(code).toBe(1)
    expect(stdout).toMatch(/^broken\.yaml:\d+:\d+ {2}zone: found "Pacific"/m)
    expect(stdout).toMatch(/^broken\.yaml:\d+:\d+ {2}state: found "California"/m)
    expect(stdout).toContain('2 to mend.')
  })

  it('says when there is no such file', async () => {
    const { code, stdout } = await run(['clinic', 'check', join(folder, 'nothing.yaml')])
    expect(code).toBe(1)
    expect(stdout).toContain('found no clinic file')
  })
})
