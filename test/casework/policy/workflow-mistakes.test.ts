import { describe, expect, test } from 'vitest'
import { changed, clinicFolder, EXAMPLE, placeOf, problemsOf } from './clinic-files.ts'

const { write } = clinicFolder()

const VOICEMAIL = (en: string): string =>
  `        voicemail: ${en}\n      es:\n        voicemail: Llame a {practice} al {phone}.\n`
/** The example with other words of its own in the script of missed calls. */
const scripted = (parts: string): string => {
  const own = /( {4}script:\n {6}en:\n)(?: {8}.*\n)( {6}es:\n)(?: {8}.*\n)/
  expect(EXAMPLE).toMatch(own)
  return EXAMPLE.replace(own, (_all, en: string) => `${en}${parts}`)
}

describe('a mistake in a workflow is shown with its place, what was found and what was expected', () => {
  test.each([
    {
      note: 'the name that the target had before, with what to write now',
      text: changed(
        '    target: 60 business minutes\n    joinLines',
        '    targetBusinessMinutes: 45\n    joinLines',
      ),
      at: 'targetBusinessMinutes',
      says: 'workflows › missed-call › targetBusinessMinutes: found the name "targetBusinessMinutes", expected target: 45 business minutes (it is called target now)',
    },
    {
      note: 'a target that cannot be read',
      text: changed('target: same business block', 'target: same morning'),
      at: 'same morning',
      says: 'workflows › web-form › target: found "same morning", expected a time such as "10 minutes", "60 business minutes", "2 business days", "2 business days at another time of day", "same business block", "next business block" or "next business morning"',
    },
    {
      note: 'another time of the same day',
      text: changed(
        'after: 1 business day at another time of day }',
        'after: 0 business days at another time of day }',
      ),
      at: '0 business days at',
      says: 'found "0 business days at another time of day", expected a time such as',
    },
    {
      note: 'a recall text that rests on the consent for a callback',
      text: changed('wording: time-to-call-us }', 'wording: tried-to-reach-you }'),
      at: 'tried-to-reach-you }\n      - { id: last-call, do: call, after: 2 business days, voicemail',
      says: 'workflows › recall-due › cadence › entry 3 › wording: found "tried-to-reach-you" (purpose callback), expected a wording with purpose recall: nobody agrees to other texts by a request of this kind',
    },
    {
      note: 'texts and no call',
      text: EXAMPLE.replace(
        /( {2}patient-message:\n.*\n {4}cadence:\n)(?: {6}.*\n)+/,
        '$1      - { id: only, do: text, after: 1 business day, wording: tried-to-reach-you }\n',
      ),
      at: 'cadence:\n      - { id: only',
      says: 'workflows › patient-message › cadence: found texts only, expected at least one call: without consent no text leaves, and nobody would try to reach the person',
    },
    {
      note: 'a text before the caller could agree to it',
      text: changed('after: 2 minutes, wording: call-received', 'after: 0 minutes, wording: call-received'),
      at: '0 minutes, wording: call-received',
      says: 'workflows › missed-call › cadence › entry 1 › after: found "0 minutes", expected at least 1 minute: the caller agrees to be texted during the call, and a text before that is passed over',
    },
    {
      note: 'more than twenty steps',
      text: EXAMPLE.replace(
        /( {2}patient-message:\n.*\n {4}cadence:\n)/,
        (all) =>
          all +
          Array.from(
            { length: 20 },
            (_, index) => `      - { id: more-${index}, do: call, after: 1 business day }\n`,
          ).join(''),
      ),
      at: '- { id: more-0',
      says: 'workflows › patient-message › cadence: found a list, expected at most 20 steps',
    },
    {
      note: 'a ladder that ends with a queue that may be empty',
      text: changed(
        '      - { after: 1 business day, to: on-call }',
        '      - { after: 1 business day, to: assistant }',
      ),
      at: 'assistant }\n    # Rules',
      says: 'workflows › missed-call › ladder › entry 2 › to: found "assistant", expected manager or on-call: the last step ends with a person, who hears it again every business day',
    },
    {
      note: 'a step of the ladder at no time',
      text: changed(
        '{ after: 60 business minutes, to: manager }\n      -',
        '{ after: 0 minutes, to: manager }\n      -',
      ),
      at: '0 minutes, to: manager',
      says: 'workflows › missed-call › ladder › entry 1 › after: found "0 minutes", expected a time that is later than the step before, or than the due time',
    },
    {
      note: 'no ladder at all',
      text: changed('ladder: [{ after: 60 business minutes, to: manager }]', 'ladder: []'),
      at: '[]\n  incomplete-intake',
      says: 'workflows › unconfirmed-appointment › ladder: found a list, expected at least one step such as { after: 60 business minutes, to: manager }, and at most 5',
    },
    {
      note: 'nobody on call for a ladder that ends there',
      text: EXAMPLE.replace(/\nonCall:\n(?: {2}- .*\n)+/, '\nonCall: [ ]\n'),
      at: '[ ]',
      says: 'onCall: found a list, expected at least one contact for urgent items',
    },
    {
      note: 'a clinical status with a queue that is not',
      text: changed(
        'afterCadence: { status: waiting-on-internal-review, queue: assistant, businessDays: 1 }',
        'afterCadence: { status: routed-to-clinical, queue: assistant, businessDays: 1 }',
      ),
      at: 'assistant, businessDays: 1',
      says: 'workflows › missed-call › afterCadence › queue: found "assistant", expected licensed, because the status says that licensed staff have it',
    },
    {
      note: 'one outcome documented twice',
      text: changed(
        '    # Rules of your own replace',
        '    document:\n      - { outcome: complaint, en: What., es: Qué. }\n      - { outcome: complaint, en: Why., es: Por qué. }\n    # Rules of your own replace',
      ),
      at: 'complaint, en: Why.',
      says: 'workflows › missed-call › document › entry 2 › outcome: found "complaint", expected each outcome once',
    },
    {
      note: 'a document rule without its Spanish',
      text: changed(
        '    # Rules of your own replace',
        '    document: [{ outcome: complaint, en: What. }]\n    # Rules of your own replace',
      ),
      at: '{ outcome: complaint, en: What.',
      says: 'workflows › missed-call › document › entry 1 › es: found nothing, expected words',
    },
    {
      note: 'an outcome that does not exist',
      text: changed(
        '    # Rules of your own replace',
        '    document: [{ outcome: compliant, en: What., es: Qué. }]\n    # Rules of your own replace',
      ),
      at: 'compliant, en',
      says: 'workflows › missed-call › document › entry 1 › outcome: found "compliant", expected complaint (did you mean that?)',
    },
    {
      note: 'a rest that is longer than the time between two calls',
      text: changed('restMinutes: 120\n', 'restMinutes: 240\n'),
      at: '240',
      says: 'persistence › restMinutes: found the number 240, expected at most 180, the minutes between two calls of missed-call',
    },
    {
      note: 'reminders without end',
      text: changed('unansweredTexts: 3\n\n', 'unansweredTexts: 50\n\n'),
      at: '50\n',
      says: 'persistence › unansweredTexts: found the number 50, expected a whole number from 1 to 10',
    },
    {
      note: 'a branch that leads to no outcome',
      text: scripted(
        '        branches:\n          - { when: They laugh, say: Laugh too., outcome: laughed }\n      es:\n        branches:\n          - { when: Se queja, say: Lo siento., outcome: clinical-question }\n',
      ),
      at: 'laughed',
      says: 'workflows › missed-call › script › en › branches › entry 1 › outcome: found "laughed", expected one of reached-scheduled,',
    },
    {
      note: 'taking off the list, which is no result of a call',
      text: scripted(
        '        branches:\n          - { when: Moved away, say: Thank you., outcome: removed }\n      es:\n        branches:\n          - { when: Se queja, say: Lo siento., outcome: clinical-question }\n',
      ),
      at: 'removed }',
      says: 'workflows › missed-call › script › en › branches › entry 1 › outcome: found "removed", expected',
    },
    {
      note: 'a decision tree that sends no clinical question to licensed staff',
      text: scripted(
        '        branches:\n          - { when: Busy, say: When?, outcome: callback-requested }\n      es:\n        branches:\n          - { when: Pregunta clínica, say: Le llamarán., outcome: clinical-question }\n',
      ),
      at: 'branches:\n          - { when: Busy',
      says: 'workflows › missed-call › script › en › branches: found no branch for clinical questions, expected one with outcome: clinical-question, so that they go to licensed staff',
    },
    {
      note: 'an opening that tells whoever picks up what it is about',
      text: scripted(
        '        opening: Hello, {practice} here about your insurance.\n      es:\n        opening: Hola, le llamamos de {practice}.\n',
      ),
      at: 'Hello, {practice} here',
      says: 'workflows › missed-call › script › en › opening: found "insurance" (reason), expected other words. Give no reason for the call before you know who listens.',
    },
    {
      note: 'an opening that does not say who calls',
      text: scripted(
        '        opening: Hello, who is this?\n      es:\n        opening: Hola, le llamamos de {practice}.\n',
      ),
      at: 'Hello, who is this',
      says: 'workflows › missed-call › script › en › opening: found nothing, expected other words. Say who calls: put {practice} in.',
    },
    {
      note: 'a message on a mailbox without the number',
      text: scripted(VOICEMAIL('This is {practice}. Please call us back.')),
      at: 'This is {practice}. Please',
      says: 'workflows › missed-call › script › en › voicemail: found nothing, expected other words. Say which number to call: put {phone} in.',
    },
    {
      note: 'a message on a mailbox with a clinical word',
      text: scripted(VOICEMAIL('This is {practice}. Your biopsy is back. Call {phone}.')),
      at: 'This is {practice}. Your',
      says: 'workflows › missed-call › script › en › voicemail: found "biopsy" (clinical-word), expected other words.',
    },
    {
      note: 'a message on a mailbox with a specialty',
      text: scripted(VOICEMAIL('This is oncology at {practice}. Call {phone}.')),
      at: 'This is oncology',
      says: 'workflows › missed-call › script › en › voicemail: found "oncology" (specialty), expected other words.',
    },
    {
      note: 'a message on a mailbox with an everyday reason',
      text: scripted(VOICEMAIL('This is {practice} about your appointment. Call {phone}.')),
      at: 'This is {practice} about',
      says: 'workflows › missed-call › script › en › voicemail: found "appointment" (reason), expected other words.',
    },
    {
      note: 'a field that nothing is filled in for',
      text: scripted(VOICEMAIL('"{name}, this is {practice}. Call {phone}."')),
      at: '"{name}',
      says: 'workflows › missed-call › script › en › voicemail: found "{name}", expected no fields but {practice} and {phone}',
    },
    {
      note: 'a part of a script in one language only',
      text: scripted('        opening: Good day, this is {practice}.\n'),
      at: 'script:\n      en:',
      says: 'workflows › missed-call › script › es › opening: found nothing, expected a text in es, because the practice speaks it',
    },
  ])('$note', ({ text, at, says }) => {
    const problems = problemsOf(write(text))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(says)
    expect(problems[0]?.split('  ')[0]).toBe(placeOf(text, at))
  })

  test('a practice without English and Spanish is told which built-in texts it must write itself', () => {
    const text = changed('languages: [en, es]\n\n', 'languages: [vi]\n\n').replace(
      / {2}time-to-call-us:\n(?: {4}.*\n(?: {6}.*\n)?)+/,
      '',
    )
    expect(problemsOf(write(text))).toContain(
      `${placeOf(text, 'wordings:\n  call')}  wordings › time-to-call-us › vi: found nothing, expected a text in vi, because the practice speaks it`,
    )
  })

  test('mistakes are told for a log without anything that was found', () => {
    const text = changed('phone: +1 415 555 0160', 'phone: Maria at 415')
    const place = placeOf(text, 'Maria')
    expect(problemsOf(write(text))[0]).toContain('found "Maria at 415"')
    expect(problemsOf(write(text), 'forLog')).toEqual([
      `${place}  onCall › entry 1 › phone: expected a US phone number such as +1 415 555 0100 (with spaces, or in quotes)`,
    ])
  })
})
