import type { Trigger } from '../../domain/follow-up/words.ts'
import type { Branch, ScriptWords } from '../../domain/policy/script-words.ts'

/*
 * What stands beside an item while an assistant calls, in English, unless the clinic file has words of its own. Nothing is said of the
 * reason before the person is known, and nothing clinical at all; what may be left on a mailbox is as generic as a text.
 */

/** The person called or wrote, and waits for us. */
const THEIR_CALL = 'Hello, this is {practice}. We are returning your call. May I ask whom I am speaking with?'
const THEIR_REQUEST = 'Hello, this is {practice}. You asked us to call. May I ask whom I am speaking with?'
/** The call is our idea. */
const OUR_CALL = 'Hello, this is {practice}. May I ask whom I am speaking with?'

const IDENTITY =
  'Ask for the full name and the date of birth, and compare both. If somebody else answers, ask only when to call again, and leave {phone}.'
const VOICEMAIL =
  'Hello, this is {practice}. Please call us back at {phone}. Again, the number is {phone}. Thank you.'

const NEVER_SAY = [
  'Why we call, to anybody but this person, before you know who is speaking.',
  'Anything about symptoms, results, medicine or treatment, not even that it is normal or can wait.',
  'The name of a doctor or a department to somebody else or on a mailbox.',
  'What something will cost or what insurance will pay.',
]

const CLINICAL: Branch = {
  when: 'Speaks of symptoms, medicine, results or treatment',
  say: 'I want you to get the right answer, so our clinical team will call you. If this is an emergency, hang up and dial 911.',
  outcome: 'clinical-question',
}
const SCHEDULE: Branch = {
  when: 'Ready to schedule',
  say: 'Let us find a time. Read the day, the time and the place back before you hang up.',
  outcome: 'reached-scheduled',
}
const NOT_READY: Branch = {
  when: 'Wants to think about it',
  say: 'Of course. You can reach us at {phone}, and we will ask once more in a few days.',
  outcome: 'reached-not-ready',
}
const BUSY: Branch = {
  when: 'Busy now',
  say: 'When may we call you? Write the day and the time down.',
  outcome: 'callback-requested',
}
const INSURANCE: Branch = {
  when: 'Asks about insurance, authorization or cost',
  say: 'I will have that looked into, and we will call you back.',
  outcome: 'needs-insurance-review',
}
const LANGUAGE: Branch = {
  when: 'Would rather speak another language',
  say: 'We will call you back with somebody who speaks your language.',
  outcome: 'needs-language-support',
}
const DECLINES: Branch = {
  when: 'Does not want it',
  say: 'Thank you for telling me. You can always call us at {phone}. Do not try to persuade.',
  outcome: 'patient-declined',
}
const COMPLAINT: Branch = {
  when: 'Is upset, or cannot get what they need from us',
  say: 'I am sorry. I will tell our manager today, in your words, and somebody will call you.',
  outcome: 'complaint',
}
const WRONG_NUMBER: Branch = {
  when: 'Wrong number',
  say: 'I am sorry for the trouble; we will not call this number again. Say nothing else.',
  outcome: 'wrong-number',
}
const NO_MORE: Branch = {
  when: 'Wants no more calls or texts from us',
  say: 'I will see to it. Thank you for telling me.',
  outcome: 'opted-out',
}
const DONE: Branch = {
  when: 'Had a question that is answered now',
  say: 'Is there anything else I can do? Write down what it was about.',
  outcome: 'resolved',
}
const TELEHEALTH: Branch = {
  when: 'Needs help with a video visit',
  say: 'Somebody will call you and set it up with you before your visit.',
  outcome: 'needs-telehealth-help',
}
const FORMS: Branch = {
  when: 'Has not filled in the forms',
  say: 'Ask what stands in the way and how they would like to get them: by mail, at the desk or online.',
  outcome: 'incomplete-intake',
}
const DOCUMENT: Branch = {
  when: 'A referral, a record or an authorization is still missing',
  say: 'We will ask for it ourselves and call you when we have it. Write down whom to ask.',
  outcome: 'needs-outside-document',
}

const REST = [CLINICAL, INSURANCE, LANGUAGE, BUSY, DECLINES, COMPLAINT, WRONG_NUMBER, NO_MORE]

/** A script of the common parts and what is this kind's own: its questions, its close and its first branches. */
function script(
  opening: string,
  questions: readonly string[],
  close: string,
  branches: readonly Branch[],
): ScriptWords {
  return {
    ...{ opening, identity: IDENTITY, questions, neverSay: NEVER_SAY, close, voicemail: VOICEMAIL },
    branches: [...branches, ...REST.filter((branch) => !branches.includes(branch))],
  }
}

const CALLBACK_CLOSE = 'Say what happens next and by when, and that {phone} reaches us at any time.'
const BOOKED_CLOSE = 'Read the day, the time and the place back, and say what to bring.'

export const SCRIPTS_EN: Readonly<Record<Trigger, ScriptWords>> = {
  'missed-call': script(
    THEIR_CALL,
    [
      'How can I help you today?',
      'Is this the best number to reach you?',
      'When is a good time to reach you?',
    ],
    CALLBACK_CLOSE,
    [SCHEDULE, DONE],
  ),
  'after-hours-voicemail': script(
    THEIR_CALL,
    ['You left us a message. How can I help you?', 'Is this the best number to reach you?'],
    CALLBACK_CLOSE,
    [SCHEDULE, DONE],
  ),
  'patient-message': script(
    THEIR_REQUEST,
    ['You wrote to us. How can I help you?', 'Would you rather be called or texted?'],
    CALLBACK_CLOSE,
    [SCHEDULE, DONE],
  ),
  'appointment-request': script(
    THEIR_REQUEST,
    [
      'Have you been with us before?',
      'Which days and times suit you?',
      'Which insurance do you have, if any?',
      'Do you need an interpreter, a ramp or help with a video visit?',
    ],
    BOOKED_CLOSE,
    [SCHEDULE, NOT_READY, TELEHEALTH],
  ),
  'web-form': script(
    THEIR_REQUEST,
    [
      'You filled in a form on our website. What would you like us to do first?',
      'Is this the best number to reach you?',
    ],
    CALLBACK_CLOSE,
    [SCHEDULE, DONE, NOT_READY],
  ),
  'referral-received': script(
    OUR_CALL,
    [
      'Another office asked us to see you. Did they tell you?',
      'Which days and times suit you?',
      'Which insurance do you have, if any?',
    ],
    `${BOOKED_CLOSE} The office that referred them is told as well.`,
    [SCHEDULE, DOCUMENT, NOT_READY],
  ),
  'unconfirmed-appointment': script(
    OUR_CALL,
    [
      'Will you be able to come?',
      'If not: which other day suits you?',
      'Do you know the way, and what to bring?',
    ],
    BOOKED_CLOSE,
    [{ ...SCHEDULE, when: 'Confirms, or takes another time' }, TELEHEALTH, NOT_READY],
  ),
  'incomplete-intake': script(
    OUR_CALL,
    ['A few forms are still missing. Did you get them?', 'How would you like to fill them in?'],
    'Say which forms, how they reach us, and by when.',
    [{ ...DONE, when: 'Has sent them, or fills them in now' }, FORMS],
  ),
  'missing-insurance': script(
    OUR_CALL,
    [
      'We still need your insurance card. Can you send it or bring it?',
      'Has anything changed since your last visit?',
    ],
    'Say what is still missing, how it reaches us, and by when.',
    [{ ...DONE, when: 'Gives what was missing' }, INSURANCE, FORMS],
  ),
  'no-show': script(
    OUR_CALL,
    [
      'We missed you. Is everything all right?',
      'Would you like another time?',
      'What would make it easier to come?',
    ],
    `${BOOKED_CLOSE} No reproach: something came up.`,
    [SCHEDULE, TELEHEALTH, NOT_READY],
  ),
  'post-visit-scheduling': script(
    OUR_CALL,
    ['You were going to come back to us. Which days and times suit you?', 'Would a video visit suit you?'],
    BOOKED_CLOSE,
    [SCHEDULE, NOT_READY, DOCUMENT],
  ),
  'bilingual-support': script(
    THEIR_REQUEST,
    [
      'Which language would you like to speak?',
      'How can we help you?',
      'Shall we write to you in that language too?',
    ],
    CALLBACK_CLOSE,
    [LANGUAGE, SCHEDULE, DONE],
  ),
  'recall-due': script(
    OUR_CALL,
    [
      'It is time for your next visit. Which days and times suit you?',
      'Has your number or your insurance changed?',
    ],
    BOOKED_CLOSE,
    [SCHEDULE, NOT_READY, TELEHEALTH],
  ),
  'care-gap': script(
    OUR_CALL,
    [
      'Our care team would like to see you. Which days and times suit you?',
      'What would make it easier to come?',
    ],
    BOOKED_CLOSE,
    [SCHEDULE, NOT_READY, TELEHEALTH],
  ),
}
