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
    expect(stdout).toContain('2027-02-12 closed (Staff training)')
    expect(stdout).toContain('closed on the legal holidays of CA')
    expect(stdout).toContain('1 agrees to a text, 2 goes on in es')
    expect(stdout).toContain('time-to-call-us: recall, in en and es')
    expect(stdout).toContain('urgent within 15 minutes')
    expect(stdout).toContain('nobody is called again within 120 minutes; after 3 unanswered texts')
  })

  it('says how each kind of request is followed up, what is built in as well as what the file says', async () => {
    const file = join(folder, 'few-words.yaml')
    const example = await readFile(EXAMPLE, 'utf8')
    const recall = / {2}# The recall list: a visit is due\.\n {2}recall-due:\n(?: {4}.*\n)+/
    expect(example).toMatch(recall)
    await writeFile(file, example.replace(recall, ''))
    const { stdout } = await run(['clinic', 'check', file])
    const lines = stdout.split('\n').map((line) => line.replace(/^(?: {2}\w+)? +/, ''))
    const about = (trigger: string): string[] => {
      const first = lines.findIndex((line) => line.startsWith(`${trigger}: `))
      return lines.slice(first, first + 6)
    }
    expect(about('recall-due')).toEqual([
      'recall-due: assistant, due after 2 business days',
      'attempts: call (voicemail allowed) after 1 business day, call after 2 business days at another time of day, ' +
        'text time-to-call-us after 1 business day, call (voicemail allowed) after 2 business days',
      'nobody reached: waiting-on-internal-review, assistant decides after 1 business day',
      'nobody acted: manager hears of it after 1 business day, then every business day',
      'written down with: reached-scheduled, needs-insurance-review, needs-outside-document, complaint, patient-declined, ' +
        'unable-to-reach, resolved',
      'script: en, es',
    ])
    expect(about('web-form')[0]).toBe('web-form: assistant, due in the same business block')
    expect(about('care-gap')[2]).toBe('nobody reached: licensed staff decide')
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
