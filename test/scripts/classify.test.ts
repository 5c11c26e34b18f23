import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ringback } from '../../scripts/commands/command-line.ts'
import { run } from './command-line.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-classify-'))
})
afterAll(() => rm(folder, { recursive: true }))

type Verdict = {
  class: string
  spans: { start: number; end: number; category: string; rule: string }[]
  discounted: { start: number; end: number; why: string }[]
  optOut: string
}

async function verdicts(stdin: string | Buffer): Promise<Verdict[]> {
  const { code, stdout, stderr } = await run(['classify', '-'], { stdin })
  expect([code, stderr]).toEqual([0, ''])
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Verdict)
}

const EXAMPLE = readFileSync(new URL('../../clinic.yaml', import.meta.url), 'utf8')

/** A folder with the example clinic under two ids, each with its own numbers and word list. */
async function clinicsWith(words: { first: string; second: string }): Promise<string> {
  const clinics = await mkdtemp(join(folder, 'clinics-'))
  for (const [index, id] of (['first', 'second'] as const).entries()) {
    const content = EXAMPLE.replace('clinic: cedar-grove', `clinic: ${id}`)
      .replace('    add: []\n    remove: []', words[id])
      .replaceAll('+1 415', index === 0 ? '+1 415' : '+1 628')
    await writeFile(join(clinics, `${String(index)}.yaml`), content)
  }
  return clinics
}

describe('classify', () => {
  it('gives one verdict for each phrase, in order', async () => {
    const phrases = [
      'I have chest pain',
      'I need an appointment',
      'no fever at all',
      '¿Me recetan más insulina?',
    ]
    const given = await verdicts(`${phrases.join('\n')}\n`)
    expect(given.map((verdict) => verdict.class)).toEqual(['urgent', 'none', 'none', 'clinical'])
  })

  it('says where the words stand', async () => {
    const phrase = 'I have chest pain, no fever'
    const [verdict] = await verdicts(phrase)
    expect(verdict?.spans.map(({ start, end }) => phrase.slice(start, end))).toEqual(['chest pain'])
    expect(verdict?.spans[0]).toMatchObject({ category: 'symptom', rule: expect.any(String) as string })
    expect(verdict?.discounted.map(({ start, end, why }) => [phrase.slice(start, end), why])).toEqual([
      ['fever', 'negated'],
    ])
  })

  it.each([
    { phrase: 'STOP', optOut: 'keyword' },
    { phrase: 'please stop texting me', optOut: 'natural' },
    { phrase: 'you have the wrong number', optOut: 'wrong-number' },
    { phrase: 'yes please', optOut: 'none' },
    { phrase: 'START', optOut: 'none' },
    { phrase: 'HELP', optOut: 'none' },
  ])('reads "$phrase" as $optOut', async ({ phrase, optOut }) => {
    expect((await verdicts(phrase))[0]?.optOut).toBe(optOut)
  })

  it('keeps line and verdict together: empty lines, Windows line ends, odd separators inside a phrase', async () => {
    const given = await verdicts('STOP\r\n\r\nchest\u2028pain\rtoday\nSTOP')
    expect(given.map(({ optOut }) => optOut)).toEqual(['keyword', 'none', 'none', 'keyword'])
  })

  it('ignores the byte order mark of a Windows file', async () => {
    expect((await verdicts('\uFEFFSTOP\n'))[0]?.optOut).toBe('keyword')
  })

  it('reads a file', async () => {
    const file = join(folder, 'phrases.txt')
    await writeFile(file, 'STOP\n')
    const { code, stdout } = await run(['classify', file])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ class: 'none', optOut: 'keyword' })
  })

  it('reads empty lines too: as many verdicts as lines', async () => {
    const given = await verdicts('\n\nchest pain\n   \n\n')
    expect(given.map((verdict) => verdict.class)).toEqual(['none', 'none', 'urgent', 'none', 'none'])
  })

  describe('the word list of the clinic', () => {
    const read = async (phrase: string, ...flags: string[]): Promise<Verdict> => {
      const clinics = await clinicsWith({
        first: '    add: [{ term: Cedar Steps, category: treatment }]\n    remove: [rash]',
        second: '    add: []\n    remove: [chest pain]',
      })
      const { code, stdout, stderr } = await run(['classify', ...flags, '-'], {
        stdin: `${phrase}\n`,
        env: { CLINIC_FILE: clinics },
      })
      expect([code, stderr]).toEqual([0, ''])
      return JSON.parse(stdout) as Verdict
    }

    it('adds and removes words, of the first clinic when none is named', async () => {
      expect(await read('I missed Cedar Steps')).toMatchObject({
        class: 'clinical',
        spans: [{ category: 'treatment', rule: 'practice' }],
      })
      expect((await read('I have a rash')).class).toBe('none')
    })

    it('is that of the clinic named', async () => {
      expect((await read('I missed Cedar Steps', '--clinic', 'second')).class).toBe('none')
      expect((await read('I have a rash', '--clinic', 'second')).class).toBe('clinical')
    })

    it('never silences an emergency', async () => {
      expect((await read('I have chest pain', '--clinic', 'second')).class).toBe('urgent')
    })

    it('refuses a clinic that is in no file, before a word is read', async () => {
      const { code, stdout, stderr } = await run(['classify', '--clinic', 'nowhere', '-'], {
        stdin: 'rash\n',
        env: {
          CLINIC_FILE: await clinicsWith({
            first: '    add: []\n    remove: []',
            second: '    add: []\n    remove: []',
          }),
        },
      })
      expect([code, stdout]).toEqual([2, ''])
      for (const id of ['first', 'second']) expect(stderr).toContain(id)
    })
  })

  it('says which file cannot be read', async () => {
    const { code, stdout, stderr } = await run(['classify', join(folder, 'missing.txt')])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('missing.txt cannot be read')
  })

  it('answers each phrase as it comes, without waiting for the last', async () => {
    const [stdin, stdout] = [new PassThrough(), new PassThrough()]
    const ended = ringback(['classify', '-'], { stdin, stdout, stderr: new PassThrough(), env: {} })
    const answer = (): Promise<string> =>
      new Promise((resolve) => stdout.once('data', (data) => resolve(String(data))))
    stdin.write('STOP\n')
    expect(JSON.parse(await answer())).toMatchObject({ optOut: 'keyword' })
    const half = Buffer.from('Me duele el corazón\n')
    const cut = half.indexOf(0xc3) + 1
    stdin.write(half.subarray(0, cut))
    stdin.write(half.subarray(cut))
    expect(JSON.parse(await answer())).toMatchObject({ optOut: 'none' })
    stdin.end()
    expect(await ended).toBe(0)
  })
})
