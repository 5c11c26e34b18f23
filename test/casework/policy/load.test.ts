import { describe, expect, test } from 'vitest'
import { loadPolicies } from '../../../src/casework/policy/load.ts'
import { openness } from '../../../src/domain/time/business-time.ts'
import { changed, clinicFolder, EXAMPLE } from './clinic-files.ts'

const { path, write } = clinicFolder()

describe('the example practice', () => {
  test('is loaded with its lines, hours, words and rules', () => {
    const [policy] = loadPolicies('clinic.yaml')
    expect(policy).toMatchObject({
      clinicId: 'cedar-grove',
      name: 'Cedar Grove Family Practice',
      spokenName: 'Cedar Grove Family Practice',
      callbackPhone: '+14155550100',
      languages: ['en', 'es'],
      lines: [
        { id: 'cedar-grove/main', phone: '+14155550100', connect: { kind: 'backup' } },
        {
          id: 'cedar-grove/scheduling',
          phone: '+14155550101',
          connect: {
            kind: 'front',
            ring: ['+14155550150'],
            order: 'together',
            seconds: 20,
            pressToTake: true,
            ringWhen: ['open'],
          },
        },
      ],
      keys: { agreeToText: '1', languages: { es: '2' } },
      texting: { window: null, perDay: 1, perWeek: 3, maxChars: 160 },
      voicemail: { maxSeconds: 119, notHeardQueue: 'licensed', keepDays: 90 },
      repeats: { raiseAfter: 2, dueWithinBusinessMinutes: 15 },
      callerNames: false,
    })
    expect(policy?.version).toMatch(/^cedar-grove:[0-9a-f]{12}$/)
    expect(policy?.workflows['missed-call']?.cadence[0]).toEqual({
      id: 'text-at-once',
      do: 'text',
      after: { minutes: 2 },
      wording: 'call-received',
    })
    expect(policy?.prompts.closed.en?.text).toContain('Cedar Grove Family Practice')
    expect(policy?.wordings['call-received']?.texts.es?.version).toMatch(/^[0-9a-f]{12}$/)
  })

  test('is closed on the holidays of California and texts on no federal one either', () => {
    const [policy] = loadPolicies('clinic.yaml')
    expect(policy && openness(policy.calendar, new Date('2026-11-26T18:00:00Z'))).toBe('holiday') // Thanksgiving
    expect(policy && openness(policy.calendar, new Date('2026-07-03T18:00:00Z'))).toBe('holiday') // substitute day
    // Columbus Day: a federal holiday that California does not keep.
    expect(policy && openness(policy.calendar, new Date('2026-10-12T18:00:00Z'))).toBe('open')
    expect(policy?.texting.holidays['2026-10-12']).toBe('Columbus Day')
  })

  test('keeps its version when only a note changes, and gets a new one when a rule changes', () => {
    const [before] = loadPolicies(write(EXAMPLE))
    const [noted] = loadPolicies(write(`# A note.\n${EXAMPLE}`))
    const [ruled] = loadPolicies(write(changed('perWeek: 3', 'perWeek: 2')))
    expect(noted?.version).toBe(before?.version)
    expect(ruled?.version).not.toBe(before?.version)
  })
})

describe('what a practice may change', () => {
  test('a practice that works on a holiday is open then, and still texts nobody', () => {
    const [policy] = loadPolicies(write(changed('openOn: []', 'openOn: [César Chávez Day]')))
    expect(policy && openness(policy.calendar, new Date('2026-03-31T18:00:00Z'))).toBe('open')
    expect(policy?.texting.holidays['2026-03-31']).toBe('César Chávez Day')
  })

  test('without lunch and holiday words callers hear the closed ones', () => {
    const text = EXAMPLE.replace(/ {2}lunch:\n.*\n.*\n/, '').replace(/ {2}holiday:\n.*\n.*\n/, '')
    const [policy] = loadPolicies(write(text))
    expect(policy?.prompts.lunch).toEqual(policy?.prompts.closed)
    expect(policy?.prompts.holiday).toEqual(policy?.prompts.closed)
  })

  test('a recording is played in place of the voice', () => {
    const recording = 'https://recordings.example.com/goodbye.mp3'
    const spoken = 'en: Thank you for calling. Goodbye.'
    const [policy] = loadPolicies(write(changed(spoken, `en: { text: Goodbye., recording: ${recording} }`)))
    expect(policy?.prompts.goodbye.en).toEqual({ text: 'Goodbye.', recording })
  })

  test('its own hours for texts', () => {
    const [policy] = loadPolicies(write(changed('window: narrowest', 'window: { monday: 09:00-18:00 }')))
    expect(policy?.texting.window).toEqual({ monday: { from: '09:00', to: '18:00' } })
  })

  test('adds words of its own to the clinical ones', () => {
    const words = 'add: [{ term: Cedar Steps, category: treatment, urgent: true }]'
    const [policy] = loadPolicies(write(changed('add: []', words)))
    expect(policy?.clinical.words.add).toEqual([{ term: 'Cedar Steps', category: 'treatment', urgent: true }])
  })

  test('several practices stand in one folder', () => {
    write(EXAMPLE, 'a.yaml')
    write(
      EXAMPLE.replace('clinic: cedar-grove', 'clinic: elm-street')
        .replaceAll('555 0100', '555 0110')
        .replaceAll('555 0101', '555 0111'),
      'b.yml',
    )
    expect(loadPolicies(path()).map((policy) => policy.clinicId)).toEqual(['cedar-grove', 'elm-street'])
  })
})
