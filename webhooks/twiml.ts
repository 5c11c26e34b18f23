import twilio from 'twilio'
import type { CallStep } from '../src/domain/calling/call-flow.ts'
import { spokenWords } from '../src/domain/calling/call-flow.ts'
import { speechOf } from '../src/domain/calling/languages.ts'
import type { Language } from '../src/domain/follow-up/words.ts'
import type { Line, Policy, PromptName, SpokenWords } from '../src/domain/policy/policy.ts'
import { unreachable } from '../src/domain/follow-up/words.ts'
import { RETRIED } from '../src/platform/carrier/carrier.ts'

type Voice = InstanceType<typeof twilio.twiml.VoiceResponse>
type Speaks = Pick<Voice, 'say' | 'play'>

/** Whose words are spoken. */
export type Speaker = { readonly policy: Policy; readonly line: Line }

/** Seconds of quiet after the greeting before the message is asked for. */
const KEY_SECONDS = 4
/** Seconds that whoever picked up at the practice has to take the call. */
const TAKE_SECONDS = 6
/** Seconds of quiet that end a message. */
const QUIET_SECONDS = 5

/**
 * Says a step of a call in TwiML. The same step gives the same document, so a repeated webhook gets the same answer.
 * @param speaker null only for `not-in-service` and `end`, which no practice words.
 * @param publicUrl what Twilio calls; actions are absolute so that they do not depend on the document's own address.
 */
export function voiceTwiml(
  step: CallStep,
  speaker: Speaker | null,
  call: { readonly publicUrl: string; readonly callSid: string },
): string {
  const response = new twilio.twiml.VoiceResponse()
  if (step.step === 'end') return response.toString()
  if (step.step === 'not-in-service' || !speaker) {
    response.say(
      { language: 'en-US' },
      'This number is not in service. In an emergency, hang up and dial 911.',
    )
    response.hangup()
    return response.toString()
  }
  const speak = speakerOf(speaker)
  const to = addressesOf(call.publicUrl)
  switch (step.step) {
    case 'ring': {
      speak(response, 'connecting', speaker.policy.languages[0])
      const dial = response.dial({
        action: to('dialed'),
        timeout: step.seconds,
        answerOnBridge: true,
        sequential: step.order === 'in-turn',
        // Twilio refuses to ring from a withheld number (error 13214).
        ...(step.showLine ? { callerId: speaker.line.phone } : {}),
      })
      const whisper = to('whisper', { line: step.lineId, call: call.callSid })
      for (const number of step.numbers) dial.number(step.pressToTake ? { url: whisper } : {}, number)
      break
    }
    case 'greet': {
      const { language } = step
      const greets =
        step.keys === 'none'
          ? response
          : gather(response, to('choice', { turn: language, round: String(step.round) }))
      speak(greets, 'emergency', language)
      const ownWords = step.oneOff === null ? undefined : speaker.policy.oneOffGreetings[step.oneOff]
      if (ownWords?.[language]) say(greets, ownWords, language)
      else speak(greets, step.openness, language)
      if (step.keys === 'all') speak(greets, 'consentAsk', language)
      for (const other of step.keys === 'none' ? [] : speaker.policy.languages) {
        // A language is offered in its own words, to whoever does not hear it already.
        if (other !== language && speaker.policy.keys.languages[other]) speak(greets, 'languageOffer', other)
      }
      takeMessage(response, speaker, language, to)
      break
    }
    case 'take-message':
      if (step.said === 'agreed') speak(response, 'consentThanks', step.language)
      if (step.said === 'wrong-key') speak(response, 'wrongKey', step.language)
      takeMessage(response, speaker, step.language, to)
      break
    case 'goodbye':
      speak(response, 'goodbye', step.language)
      response.hangup()
      break
    default:
      return unreachable(step)
  }
  return response.toString()
}

/** What whoever picks up at the practice hears before the caller is put through: press 1. A mailbox presses nothing. */
export function whisperTwiml(
  speaker: Speaker,
  call: { readonly publicUrl: string; readonly callSid: string; readonly turn: 1 | 2 },
): string {
  const response = new twilio.twiml.VoiceResponse()
  const taken = addressesOf(call.publicUrl)('taken', {
    line: speaker.line.id,
    call: call.callSid,
    turn: String(call.turn),
  })
  const asks = response.gather({ numDigits: 1, timeout: TAKE_SECONDS, action: taken })
  speakerOf(speaker)(asks, 'takeCall', speaker.policy.languages[0])
  response.hangup()
  return response.toString()
}

/** The answer to webhooks that want none; on a leg that we rang, it puts the caller through. */
export const EMPTY_TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response/>'
export const HANG_UP = '<?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response>'

/** Answers a text with one of ours. */
export function replyTwiml(words: string): string {
  const response = new twilio.twiml.MessagingResponse()
  response.message(words)
  return response.toString()
}

type Addresses = (path: string, query?: Readonly<Record<string, string>>) => string

function addressesOf(publicUrl: string): Addresses {
  return (path, query) => {
    const asked = query ? `?${new URLSearchParams(query).toString()}` : ''
    return `${publicUrl}/webhooks/voice/${path}${asked}${RETRIED}`
  }
}

function gather(response: Voice, action: string): Speaks {
  return response.gather({ numDigits: 1, timeout: KEY_SECONDS, action, actionOnEmptyResult: false })
}

function takeMessage(response: Voice, speaker: Speaker, language: Language, to: Addresses): void {
  const speak = speakerOf(speaker)
  speak(response, 'leaveMessage', language)
  // The language stands in every address, so that each webhook tells it by itself.
  const turn = { turn: language }
  response.record({
    // Without an action Twilio would ask for the same document again and again.
    action: to('voicemail', turn),
    maxLength: speaker.policy.voicemail.maxSeconds,
    timeout: QUIET_SECONDS,
    // By default any key ends the message, also one that answers the greeting late.
    finishOnKey: '#',
    playBeep: true,
    recordingStatusCallback: to('recording', turn),
    recordingStatusCallbackEvent: ['completed', 'absent'],
    transcribe: true,
    transcribeCallback: to('transcription', turn),
  })
  // Reached only when nothing was said.
  speak(response, 'goodbye', language)
  response.hangup()
}

function speakerOf({ policy, line }: Speaker) {
  return (to: Speaks, name: PromptName, language: Language): void =>
    say(to, spokenWords(policy, line, name), language)
}

function say(to: Speaks, words: SpokenWords, language: Language): void {
  const prompt = words[language]
  if (!prompt) return
  const speech = speechOf(language)
  if (prompt.recording !== undefined) to.play({}, prompt.recording)
  else if (speech !== null) to.say({ language: speech }, prompt.text)
}
