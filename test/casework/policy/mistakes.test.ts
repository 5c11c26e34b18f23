import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { changed, clinicFolder, EXAMPLE, placeOf, problemsOf } from './clinic-files.ts'

const { path, write } = clinicFolder()

describe('a mistake is shown with its place, what was found and what was expected', () => {
  test.each([
    {
      note: 'a name that is misspelt',
      from: 'perWeek: 3',
      to: 'perWek: 3',
      at: 'perWek',
      says: 'texting › perWek: found the name "perWek", expected perWeek (did you mean that?)',
    },
    {
      note: 'a trigger that does not exist',
      from: '\n  missed-call:',
      to: '\n  mised-call:',
      at: 'mised-call:',
      says: 'workflows › mised-call: found the name "mised-call", expected missed-call (did you mean that?)',
    },
    {
      note: 'a foreign phone',
      from: 'phone: +1 415 555 0101',
      to: 'phone: +44 20 7183 8750',
      at: '+44 20',
      says: 'lines › entry 2 › phone: found "+44 20 7183 8750", expected a US phone number',
    },
    {
      note: 'a phone that YAML read as a number',
      from: 'phone: +1 415 555 0160',
      to: 'phone: +14155550160',
      at: '+14155550160',
      says: 'onCall › entry 1 › phone: found the number 14155550160, expected a US phone number',
    },
    {
      note: 'a zone that does not exist',
      from: 'zone: America/Los_Angeles',
      to: 'zone: America/San_Francisco',
      at: 'America/San_Francisco',
      says: 'zone: found "America/San_Francisco", expected a time zone such as America/Los_Angeles',
    },
    {
      note: 'hours in the wrong order',
      from: 'monday: [08:00-12:00, 13:00-17:00]',
      to: 'monday: [12:00-08:00]',
      at: '12:00-08:00',
      says: 'hours › monday › entry 1: found "12:00-08:00", expected hours such as 08:00-12:00',
    },
    {
      note: 'hours that overlap',
      from: 'monday: [08:00-12:00, 13:00-17:00]',
      to: 'monday: [08:00-12:00, 11:30-17:00]',
      at: '11:30-17:00',
      says: 'hours › monday › entry 2: found "11:30-17:00", expected hours that begin after the ones before them end (12:00)',
    },
    {
      note: 'a date that does not exist',
      from: 'date: 2027-02-12',
      to: 'date: 2027-02-29',
      at: '2027-02-29',
      says: 'oneOffDays › entry 3 › date: found "2027-02-29", expected a date that exists',
    },
    {
      note: 'a holiday that the state does not have',
      from: 'openOn: []',
      to: 'openOn: [Cesar Chavez Day]',
      at: 'Cesar Chavez Day]',
      says: 'expected a holiday of CA: César Chávez Day (did you mean that?)',
    },
    {
      note: 'a cadence step that names no wording',
      from: 'wording: call-received }',
      to: 'wording: call-recieved }',
      at: 'call-recieved',
      says: 'workflows › missed-call › cadence › entry 1 › wording: found "call-recieved", expected the name of a wording: call-received (did you mean that?)',
    },
    {
      note: 'a delay that cannot be read',
      from: 'after: 2 minutes',
      to: 'after: 2 hours',
      at: '2 hours',
      says: 'expected a time such as "10 minutes", "60 business minutes", "2 business days"',
    },
    {
      note: 'two steps with one id',
      from: 'id: second-callback',
      to: 'id: first-callback',
      at: 'first-callback, do: call, after: 180',
      says: 'expected an id that no other step of this workflow has',
    },
    {
      note: 'a prompt without its Spanish',
      from: '    es: Esa tecla no está en uso.\n',
      to: '',
      at: 'wrongKey',
      says: 'prompts › wrongKey › es: found nothing, expected a text in es, because the practice speaks it',
    },
    {
      note: 'a wording without its Spanish',
      from: /\n {4}es: >-\n.*no pudimos.*/.exec(EXAMPLE)?.[0] ?? 'missing',
      to: '',
      at: 'tried-to-reach-you:',
      says: 'wordings › tried-to-reach-you › es: found nothing, expected a text in es',
    },
    {
      note: 'a greeting that names another key',
      from: 'en: Press 1 if',
      to: 'en: Press 3 if',
      at: 'Press 3',
      says: 'prompts › consentAsk › en: found "Press 3 if we may text',
    },
    {
      note: 'no word of 911',
      from: 'hang up and dial 911.',
      to: 'hang up and call an ambulance.',
      at: 'If this is a medical emergency',
      says: 'expected words that say to dial 911',
    },
    {
      note: 'a line that rings itself',
      from: 'ring: [+1 415 555 0150]',
      to: 'ring: [+1 415 555 0100]',
      at: '+1 415 555 0100]',
      says: 'lines › entry 2 › connect › ring › entry 1: found "+1 415 555 0100", expected a phone that is not itself a line',
    },
    {
      note: 'another way to connect a line',
      from: 'connect: backup\n',
      to: 'connect: bakcup\n',
      at: 'bakcup',
      says: 'lines › entry 1 › connect: found "bakcup", expected backup, or a group with ring and seconds',
    },
    {
      note: 'texts outside the federal hours',
      from: 'window: narrowest',
      to: 'window: { monday: 07:00-18:00 }',
      at: '07:00-18:00',
      says: 'texting › window › monday: found "07:00-18:00", expected hours between 08:00 and 21:00',
    },
    {
      note: 'a wording that names a condition by its specialty',
      from: 'sorry we missed your call',
      to: 'sorry our cardiology team missed your call',
      at: '>-\n      {practice}: sorry our cardiology',
      says: 'wordings › call-received › en: found "cardiology" (specialty), expected another text.',
    },
    {
      note: 'a wording with a field that is not filled in',
      from: 'sorry we missed your call',
      to: '{name}, sorry we missed your call',
      at: '>-\n      {practice}: {name}, sorry',
      says: 'found "{name}" (unknown-field), expected another text. Only {practice} and {phone} can be filled in',
    },
    {
      note: 'a section that is missing',
      from: /\nvoicemail:\n(?: .*\n)+/.exec(EXAMPLE)?.[0] ?? 'missing',
      to: '\n',
      at: 'clinic:',
      says: 'voicemail: found nothing, expected a group with maxSeconds, transcriptWithinMinutes',
    },
  ])('$note', ({ from, to, at, says }) => {
    const text = changed(from, to)
    const problems = problemsOf(write(text))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(says)
    expect(problems[0]?.split('  ')[0]).toBe(placeOf(text, at))
  })

  test('all mistakes of a file are told at once, in spite of each other', () => {
    const text = changed('zone: America/Los_Angeles', 'zone: Pacific')
      .replace('state: CA', 'state: Calif')
      .replace('wording: call-received }', 'wording: nothing-like-it }')
      .replace('perDay: 1', 'perDay: 50')
    expect(problemsOf(write(text)).map((problem) => problem.replace(/^\S+ {2}([^:]*):.*$/s, '$1'))).toEqual([
      'zone',
      'state',
      'texting › perDay',
      'workflows › missed-call › cadence › entry 1 › wording',
    ])
  })

  test('one key with two meanings', () => {
    const text = changed('    es: 2\n', '    es: 1\n').replace('oprima 2', 'oprima 1')
    expect(problemsOf(write(text))).toEqual([
      `${placeOf(text, '1\n\n# The texts')}  keys › languages › es: found the number 1, expected a key with no other meaning`,
    ])
  })

  test('one number may be a line of one practice only, over all files', () => {
    write(EXAMPLE, 'a.yaml')
    const second = EXAMPLE.replace('clinic: cedar-grove', 'clinic: elm-street').replaceAll(
      '555 0101',
      '555 0111',
    )
    write(second, 'b.yaml')
    expect(problemsOf(path())).toEqual([
      `${placeOf(second, '+1 415 555 0100\n    connect', 'b.yaml')}  lines › entry 1 › phone: ` +
        'found "+1 415 555 0100", expected a number that no other line has (see a.yaml, line main)',
    ])
  })

  test('two practices may not share a name', () => {
    write(EXAMPLE, 'a.yaml')
    write(EXAMPLE.replaceAll('555 0100', '555 0110').replaceAll('555 0101', '555 0111'), 'b.yaml')
    expect(problemsOf(path())).toEqual([
      `${placeOf(EXAMPLE, 'cedar-grove', 'b.yaml')}  clinic: found "cedar-grove", expected another name: a.yaml has this one`,
    ])
  })

  test('a file that is not YAML', () => {
    const [problem] = problemsOf(write('clinic: [cedar-grove\nname: x'))
    expect(problem).toMatch(/^clinic\.yaml:\d+:\d+ {2}the file: found something that is not YAML/)
  })

  test('an empty file and a folder without files', () => {
    expect(problemsOf(write('', 'empty.yaml'))[0]).toMatch(
      /^empty\.yaml:1:1 {2}the file: found nothing, expected a group/,
    )
    rmSync(join(path(), 'empty.yaml'))
    expect(problemsOf(path())[0]).toContain('found no clinic file, expected a YAML file or a folder of them')
  })
})
