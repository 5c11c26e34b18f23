import { describe, expect, test } from 'vitest'
import { loadPolicies } from '../../../src/casework/policy/load.ts'
import { changed, clinicFolder, EXAMPLE, placeOf, problemsOf } from './clinic-files.ts'

const { write } = clinicFolder()

const RINGS = `      ring: [+1 415 555 0150]
      # Two phones, the second when the first does not take the call:
      #   ring: [+1 415 555 0150, +1 415 555 0151]
      #   order: in-turn
      order: together
      seconds: 20
      pressToTake: true
      ringWhen: [open]
`
const OWN_WORDS_FROM = '      ringWhen: [open]\n'
const TAKE_CALL = '  takeCall:\n    en: Call for {practice}. Press 1 to take it.\n'
const REPEATS = /\nrepeats:\n(?: .*\n)+/.exec(EXAMPLE)?.[0] ?? 'missing'

/** The scheduling line with words of its own. */
function ownWords(words: string): string {
  return changed(OWN_WORDS_FROM, `${OWN_WORDS_FROM}    prompts:\n${words}`)
}

/** The staff training day with a greeting of its own. */
function dayGreeting(words: string): string {
  return changed('    reason: Staff training\n', `    reason: Staff training\n    greeting:\n${words}`)
}

function policyOf(text: string) {
  const [policy] = loadPolicies(write(text))
  if (!policy) throw new Error('expected one practice')
  return policy
}

describe('how a line rings the practice', () => {
  test('several phones in turn, at lunch too, where picking up is enough', () => {
    const rings =
      '      ring: [+1 415 555 0150, +1 415 555 0151]\n      order: in-turn\n      seconds: 12\n' +
      '      pressToTake: false\n      ringWhen: [open, lunch]\n'
    expect(policyOf(changed(RINGS, rings)).lines[1]?.connect).toEqual({
      kind: 'front',
      ring: ['+14155550150', '+14155550151'],
      order: 'in-turn',
      seconds: 12,
      pressToTake: false,
      ringWhen: ['open', 'lunch'],
    })
  })

  test('a file that says only whom to ring and how long rings all together while open, and asks for the key', () => {
    const rings = '      ring: [+1 415 555 0150, +1 415 555 0151]\n      seconds: 20\n'
    expect(policyOf(changed(RINGS, rings)).lines[1]?.connect).toEqual({
      kind: 'front',
      ring: ['+14155550150', '+14155550151'],
      order: 'together',
      seconds: 20,
      pressToTake: true,
      ringWhen: ['open'],
    })
  })
})

describe('what a line says', () => {
  test('its own words in the languages it has them in, and the practice words otherwise', () => {
    const { lines } = policyOf(ownWords('      open: { en: "{practice}: our schedulers are busy." }\n'))
    expect(lines[0]?.prompts).toEqual({})
    expect(lines[1]?.prompts).toEqual({
      open: { en: { text: 'Cedar Grove Family Practice: our schedulers are busy.' } },
    })
  })

  test('its own closed words at lunch and on holidays too, when the practice has no others for these', () => {
    const text = ownWords('      closed: { en: No appointments now. }\n').replace(/ {2}lunch:\n.*\n.*\n/, '')
    const closed = { en: { text: 'No appointments now.' } }
    expect(policyOf(text).lines[1]?.prompts).toEqual({ closed, lunch: closed })
  })

  test('a greeting of its own on a single day', () => {
    const text = dayGreeting(
      '      en: "{practice} is closed today."\n      es: "{practice} está cerrado hoy."\n',
    )
    expect(policyOf(text).oneOffGreetings).toEqual({
      '2027-02-12': {
        en: { text: 'Cedar Grove Family Practice is closed today.' },
        es: { text: 'Cedar Grove Family Practice está cerrado hoy.' },
      },
    })
    expect(policyOf(EXAMPLE).oneOffGreetings).toEqual({})
  })

  test('to whoever picks up: the words of the file, or built-in ones in the first language', () => {
    const own = changed(TAKE_CALL, '  takeCall:\n    en: Patient line, {practice}. Press 1.\n')
    expect(policyOf(own).prompts.takeCall).toEqual({
      en: { text: 'Patient line, Cedar Grove Family Practice. Press 1.' },
    })
    const without = changed(TAKE_CALL, '')
    expect(policyOf(without).prompts.takeCall).toEqual({
      en: { text: 'Call for Cedar Grove Family Practice. Press 1 to take it.' },
    })
    const spanish = without
      .replace('languages: [en, es]\n\n', 'languages: [es, en]\n\n')
      .replace('    es: Para español, oprima 2.', '    en: For English, press 2.')
      .replace('    es: 2\n', '    en: 2\n')
    expect(policyOf(spanish).prompts.takeCall).toEqual({
      es: { text: 'Llamada para Cedar Grove Family Practice. Oprima 1 para atenderla.' },
    })
  })
})

describe('recordings, repeated calls and callers’ names', () => {
  test('are kept, raised and looked up as the file says', () => {
    const text = changed('keepDays: 90', 'keepDays: 30')
      .replace(REPEATS, '\nrepeats:\n  raiseAfter: 4\n')
      .replace('callerNames: false', 'callerNames: true')
    const policy = policyOf(text)
    expect(policy.voicemail.keepDays).toBe(30)
    expect(policy.repeats).toEqual({ raiseAfter: 4, dueWithinBusinessMinutes: 15 })
    expect(policy.callerNames).toBe(true)
  })

  test('a file from before these settings loads with 90 days, 2 calls, 15 minutes and no names', () => {
    const old = changed(RINGS, '      ring: [+1 415 555 0150]\n      seconds: 20\n')
      .replace(TAKE_CALL, '')
      .replace('  keepDays: 90\n', '')
      .replace(REPEATS, '\n')
      .replace('callerNames: false\n', '')
    expect(old).not.toMatch(/^\s*(?:order|pressToTake|ringWhen|takeCall|keepDays|repeats|callerNames):/m)
    expect(policyOf(old)).toEqual({ ...policyOf(EXAMPLE), version: policyOf(old).version })
  })
})

test.each([
  {
    note: 'an order that does not exist',
    text: changed('order: together', 'order: in turn'),
    at: 'in turn\n      seconds',
    says: 'lines › entry 2 › connect › order: found "in turn", expected in-turn (did you mean that?)',
  },
  {
    note: 'a key that is neither asked for nor not',
    text: changed('pressToTake: true', 'pressToTake: sometimes'),
    at: 'sometimes',
    says: 'lines › entry 2 › connect › pressToTake: found "sometimes", expected true or false',
  },
  {
    note: 'a time of ringing that does not exist',
    text: changed('ringWhen: [open]', 'ringWhen: [open, evening]'),
    at: 'evening]',
    says: 'lines › entry 2 › connect › ringWhen › entry 2: found "evening", expected one of open, lunch, closed, holiday',
  },
  {
    note: 'a line that never rings',
    text: changed('ringWhen: [open]', 'ringWhen: []'),
    at: '[]\n    # prompts',
    says: 'ringWhen: found a list, expected at least one of open, lunch, closed, holiday; for a line that never rings write connect: backup',
  },
  {
    note: 'a time of ringing said twice',
    text: changed('ringWhen: [open]', 'ringWhen: [open, open]'),
    at: '[open, open]',
    says: 'ringWhen: found a list, expected each time once',
  },
  {
    note: 'a prompt of a line that does not exist',
    text: ownWords('      opened: { en: Hello. }\n'),
    at: 'opened:',
    says: 'lines › entry 2 › prompts › opened: found the name "opened", expected open (did you mean that?)',
  },
  {
    note: 'an emergency prompt of a line without 911',
    text: ownWords('      emergency: { en: In an emergency call an ambulance. }\n'),
    at: 'In an emergency',
    says: 'lines › entry 2 › prompts › emergency › en: found "In an emergency call an ambulance.", expected words that say to dial 911',
  },
  {
    note: 'a consent question of a line that names another key',
    text: ownWords('      consentAsk: { es: Oprima 12 si podemos escribirle. }\n'),
    at: 'Oprima 12',
    says: 'lines › entry 2 › prompts › consentAsk › es: found "Oprima 12 si podemos escribirle.", expected words that name the key 1',
  },
  {
    note: 'words of a line in a language that the practice does not speak',
    text: ownWords('      open: { fr: Un moment. }\n'),
    at: 'fr: Un',
    says: 'lines › entry 2 › prompts › open › fr: found the language fr, expected one that the practice speaks: en, es',
  },
  {
    note: 'a recording without its text, which a person could not check',
    text: ownWords('      goodbye: { en: { recording: https://recordings.example.com/bye.mp3 } }\n'),
    at: 'en: { recording',
    says: 'lines › entry 2 › prompts › goodbye › en › text: found nothing, expected words',
  },
  {
    note: 'a greeting of a day without its Spanish',
    text: dayGreeting('      en: We are closed today.\n'),
    at: 'greeting:\n      en',
    says: 'oneOffDays › entry 3 › greeting › es: found nothing, expected a text in es, because the practice speaks it',
  },
  {
    note: 'words for staff that do not name the key',
    text: changed('Press 1 to take it.', 'Press any key to take it.'),
    at: 'Call for {practice}. Press any',
    says: 'prompts › takeCall › en: found "Call for {practice}. Press any key to take it.", expected words that name the key 1',
  },
  {
    note: 'recordings kept for ever',
    text: changed('keepDays: 90', 'keepDays: 0'),
    at: '0\n\n# Somebody',
    says: 'voicemail › keepDays: found the number 0, expected a whole number from 1 to 3650',
  },
  {
    note: 'a callback raised after no repeated call',
    text: changed('raiseAfter: 2', 'raiseAfter: 0'),
    at: '0\n  dueWithin',
    says: 'repeats › raiseAfter: found the number 0, expected a whole number from 1 to 20',
  },
  {
    note: 'a misspelt setting of repeated calls',
    text: changed('dueWithinBusinessMinutes', 'dueWithinBusinesMinutes'),
    at: 'dueWithinBusinesMinutes',
    says: 'repeats › dueWithinBusinesMinutes: found the name "dueWithinBusinesMinutes", expected dueWithinBusinessMinutes (did you mean that?)',
  },
  {
    note: 'names that are looked up now and then',
    text: changed('callerNames: false', 'callerNames: maybe'),
    at: 'maybe',
    says: 'callerNames: found "maybe", expected true or false',
  },
])('a mistake is shown with its place and what was expected: $note', ({ text, at, says }) => {
  const problems = problemsOf(write(text))
  expect(problems).toHaveLength(1)
  expect(problems[0]).toContain(says)
  expect(problems[0]?.split('  ')[0]).toBe(placeOf(text, at))
})
