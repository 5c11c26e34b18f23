import twilio from 'twilio'
import type { CallStep } from '../src/domain/calling/call-flow.ts'
import type { Language } from '../src/domain/follow-up/words.ts'
import type { Policy, Prompt, PromptName } from '../src/domain/policy/policy.ts'
import { unreachable } from '../src/domain/follow-up/words.ts'
import { RETRIED } from '../src/platform/carrier.ts'

type Voice = InstanceType<typeof twilio.twiml.VoiceResponse>
type Speaks = Pick<Voice, 'say' | 'play'>

/** The languages of Twilio's speech. */
const SPEECH = { en: 'en-US', es: 'es-US' } as const
/** Seconds of quiet after the greeting before the message is asked for. */
const KEY_SECONDS = 4
/** Seconds of quiet that end a message. */
const QUIET_SECONDS = 5

/**
 * Says a step of a call in TwiML. The same step gives the same document, so a repeated webhook gets the same answer.
 * @param policy null only for `not-in-service` and `end`, which no practice words.
 * @param publicUrl what Twilio calls; actions are absolute so that they do not depend on the document's own address.
 */
export function voiceTwiml(step: CallStep, policy: Policy | null, publicUrl: string): string {
  const response = new twilio.twiml.VoiceResponse()
  if (step.step === 'end') return response.toString()
  if (step.step === 'not-in-service' || !policy) {
    response.say(
      { language: SPEECH.en },
      'This number is not in service. In an emergency, hang up and dial 911.',
    )
    response.hangup()
    return response.toString()
  }
  const url = (path: string): string => `${publicUrl}/webhooks/voice/${path}${RETRIED}`
  switch (step.step) {
    case 'ring': {
      speak(response, policy, 'connecting', policy.languages[0])
      const dial = response.dial({ action: url('dialed'), timeout: step.seconds, answerOnBridge: true })
      for (const number of step.numbers) dial.number(number)
      break
    }
    case 'greet': {
      const gather = response.gather({
        numDigits: 1,
        timeout: KEY_SECONDS,
        action: url(`choice?turn=${step.language}`),
        actionOnEmptyResult: false,
      })
      speak(gather, policy, 'emergency', step.language)
      speak(gather, policy, step.openness, step.language)
      if (step.askConsent) speak(gather, policy, 'consentAsk', step.language)
      for (const other of policy.languages) {
        // A language is offered in its own words, to whoever does not hear it already.
        if (other !== step.language && policy.keys.languages[other])
          speak(gather, policy, 'languageOffer', other)
      }
      takeMessage(response, policy, step.language, url)
      break
    }
    case 'take-message':
      if (step.said === 'agreed') speak(response, policy, 'consentThanks', step.language)
      if (step.said === 'wrong-key') speak(response, policy, 'wrongKey', step.language)
      takeMessage(response, policy, step.language, url)
      break
    case 'goodbye':
      speak(response, policy, 'goodbye', step.language)
      response.hangup()
      break
    default:
      return unreachable(step)
  }
  return response.toString()
}

/** The answer to webhooks that want none. */
export const EMPTY_TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response/>'

function takeMessage(
  response: Voice,
  policy: Policy,
  language: Language,
  url: (path: string) => string,
): void {
  speak(response, policy, 'leaveMessage', language)
  response.record({
    // Without an action Twilio would ask for the same document again and again.
    action: url('voicemail'),
    maxLength: policy.voicemail.maxSeconds,
    timeout: QUIET_SECONDS,
    playBeep: true,
    recordingStatusCallback: url('recording'),
    recordingStatusCallbackEvent: ['completed', 'absent'],
    transcribe: true,
    transcribeCallback: url('transcription'),
  })
  // Reached only when nothing was said.
  speak(response, policy, 'goodbye', language)
  response.hangup()
}

function speak(to: Speaks, policy: Policy, name: PromptName, language: Language): void {
  const prompt: Prompt | undefined = policy.prompts[name][language]
  if (!prompt) return
  if (prompt.recording) to.play({}, prompt.recording)
  else to.say({ language: SPEECH[language] }, prompt.text)
}
