import { describe, expect, test } from 'vitest'
import { loadPolicies } from '../../../src/casework/policy/load.ts'
import { onDuty } from '../../../src/domain/alerting/on-duty.ts'
import { changed, clinicFolder, EXAMPLE, placeOf, problemsOf } from './clinic-files.ts'

const { path, write } = clinicFolder()
const NURSE = '  - { role: licensed, name: Nurse on call, phone: +1 415 555 0160 }\n'
const MANAGER = '  - { role: manager, name: Practice manager, phone: +1 415 555 0161 }\n'
const LIST = NURSE + MANAGER
const contacts = (...lines: string[]): string =>
  changed(LIST, lines.map((line) => `  - { ${line} }\n`).join(''))

describe('the on-call list of a clinic file', () => {
  test('says how and when each contact is alerted; what is left out is by call and text, at any time', () => {
    const [policy] = loadPolicies(
      write(
        contacts(
          'role: licensed, name: Lucía, phone: +1 415 555 0160, language: es, by: [text], when: open',
          'role: manager, phone: +1 415 555 0161',
        ),
      ),
    )
    expect(policy?.onCall).toEqual([
      { role: 'licensed', name: 'Lucía', phone: '+14155550160', language: 'es', by: ['text'], when: 'open' },
      {
        ...{ role: 'manager', name: null, phone: '+14155550161', language: null },
        ...{ by: ['call', 'text'], when: 'always' },
      },
    ])
    expect(policy?.clinical.alertAfterMinutes).toBe(0)
  })

  test('may have one for the day and one for the night, and then somebody is on call at any time', () => {
    const [policy] = loadPolicies(
      write(
        contacts(
          'role: licensed, name: Day, phone: +1 415 555 0160, when: open',
          'role: licensed, name: Night, phone: +1 415 555 0160, when: closed',
        ),
      ),
    )
    for (let hour = 0; hour < 14 * 24; hour += 1)
      expect(onDuty(policy!, new Date(Date.UTC(2026, 11, 20, hour)))).toHaveLength(1)
  })

  test.each([
    {
      note: 'nobody on call at night',
      text: contacts('role: licensed, phone: +1 415 555 0160, when: open'),
      at: 'onCall:\n',
      says: 'onCall: found nobody on call while the practice is closed, expected somebody with when: always or when: closed beside those with when: open',
    },
    {
      note: 'nobody on call by day',
      text: contacts('role: licensed, phone: +1 415 555 0160, when: closed'),
      at: 'onCall:\n',
      says: 'onCall: found nobody on call while the practice is open, expected somebody with when: always or when: open beside those with when: closed',
    },
    {
      note: 'a line of the practice as somebody’s phone',
      text: changed('+1 415 555 0160 }', '+1 415 555 0100 }'),
      at: '+1 415 555 0100 }',
      says: 'onCall › entry 1 › phone: found "+1 415 555 0100", expected the phone of a person, and not one of your lines: an alert would end in its greeting',
    },
    {
      note: 'one phone twice at the same times',
      text: changed('+1 415 555 0161 }', '+1 415 555 0160, when: open }'),
      at: '+1 415 555 0160, when: open }',
      says: 'onCall › entry 2 › phone: found "+1 415 555 0160", expected a phone that no contact before it has at the same times: it would be alerted twice',
    },
    {
      note: 'no way to alert somebody',
      text: changed('+1 415 555 0160 }', '+1 415 555 0160, by: [ ] }'),
      at: '[ ] }',
      says: 'onCall › entry 1 › by: found a list, expected call, text or both',
    },
    {
      note: 'a word for a time that is none',
      text: changed('+1 415 555 0160 }', '+1 415 555 0160, when: nights }'),
      at: 'nights }',
      says: 'onCall › entry 1 › when: found "nights", expected',
    },
  ])('is refused with $note', ({ text, at, says }) => {
    const problems = problemsOf(write(text))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(`${placeOf(text, at)}  ${says}`)
  })

  test('is refused with a line of another practice here, which would answer the alert with its greeting', () => {
    const other = EXAMPLE.replace('clinic: cedar-grove', 'clinic: oak-hill')
      .replaceAll('+1 415 555 01', '+1 415 555 09')
      .replace('+1 415 555 0960 }', '+1 415 555 0101 }')
    write(EXAMPLE, 'a.yaml')
    write(other, 'b.yaml')
    expect(problemsOf(path())).toEqual([
      expect.stringContaining(
        `${placeOf(other, '+1 415 555 0101 }', 'b.yaml')}  onCall › entry 1 › phone: found "+1 415 555 0101", expected the phone of a person, and not a line of another practice (see `,
      ),
    ])
  })
})
