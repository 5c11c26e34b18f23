import { LANGUAGE_KEYS, SPOKEN, type Spoken } from './practice.ts'
import { isSpoken, languageOf, type Path, type Way } from './ways.ts'

/* What each call must come to, said once more and in other words than the product's. */

/** A moment of the practice's calendar, and which greeting belongs to it. */
export type Moment = {
  readonly name: string
  readonly at: string
  readonly greeting: 'open' | 'lunch' | 'closed' | 'holiday' | 'ownGreeting'
}

export type Result = {
  readonly state: string
  /** what was said to the caller, and the tone */
  readonly heard: readonly string[]
  readonly item: null | {
    readonly trigger: string
    readonly status: string
    readonly queue: string
    readonly urgency: string
    readonly heard: string
    readonly language: string
    readonly phone: string | null
    readonly nextAction: string | null
    readonly repeatContacts: number
  }
  /** the wordings under which texts were agreed to */
  readonly consents: readonly string[]
}

const LOCALES = { en: 'en-US', es: 'es-US', vi: 'vi-VN' }
/** Words that are heard as the carrier's voice says them. */
const said = (name: string, language: Spoken): string => `${name} ${language} (${LOCALES[language]})`
export const TONE = 'tone'

const FULL_SECONDS = 119
const SILENCE_SECONDS = 5

export function expected(path: Path, moment: Moment, phone: string): Result {
  const { line, way, number } = path
  const rung = line.phones.length > 0 && (line.rung === 'always' || moment.greeting === 'open')
  const leftBefore = rung && (way.leaves === 'connecting' || way.leaves === 'ringing')
  if (leftBefore || (rung && line.answered)) {
    const missed = leftBefore || !line.answered
    return {
      state: missed ? 'missed' : 'answered',
      heard: [said('connecting', 'en')],
      item: missed ? itemOf({ ...path, chosen: [] }, moment, phone, 0) : null,
      consents: [],
    }
  }
  const language = languageOf(path)
  const agreed = way.key === '1' && number.textable
  return {
    state: 'missed',
    heard: [...(rung ? [said('connecting', 'en')] : []), ...heardAfterwards(path, moment)],
    item: itemOf(path, moment, phone, recordedSeconds(way)),
    consents: agreed ? [`consentAsk/${language}`] : [],
  }
}

function itemOf(path: Path, moment: Moment, phone: string, seconds: number): Result['item'] {
  const language = languageOf(path)
  const readByMachine = language === 'en' && path.way.says !== undefined && seconds > 2
  const unheard = seconds > 0 && !readByMachine
  return {
    trigger: seconds > 0 && moment.greeting !== 'open' ? 'after-hours-voicemail' : 'missed-call',
    status: unheard ? 'routed-to-clinical' : 'new-request',
    queue: unheard ? 'licensed' : 'assistant',
    urgency: 'routine',
    heard: seconds === 0 ? 'nothing-to-hear' : unheard ? 'not-heard-yet' : 'heard',
    language,
    phone: path.number.callable ? phone : null,
    nextAction: unheard ? 'listen-to-voicemail' : path.number.callable ? 'call-back' : 'find-number',
    repeatContacts: 0,
  }
}

/** Nobody took the call: all that is said from the first greeting on. */
function heardAfterwards(path: Path, moment: Moment): string[] {
  const { way, chosen } = path
  const greeted: Spoken[] = ['en', ...chosen]
  const heard = greeted.flatMap((language, index) => {
    // Where prompts take their time, a key or the hang-up cuts them short.
    const cut = isSpoken(way) && (index < chosen.length || way.key !== undefined || way.leaves === 'greeting')
    const whole = greeting(path, moment, language)
    return cut ? whole.slice(0, 1) : whole
  })
  const language = languageOf(path)
  if (way.leaves === 'greeting' || way.leaves === 'keys' || way.leaves === 'after-key') return heard
  if (way.key === '1' && path.number.textable) heard.push(said('consentThanks', language))
  if (way.key === '7') heard.push(said('wrongKey', language))
  heard.push(said('leaveMessage', language))
  if (way.leaves === 'leaveMessage') return heard
  heard.push(TONE)
  if (way.leaves !== 'beep' && way.says?.hangUp !== true) heard.push(said('goodbye', language))
  return heard
}

function greeting({ number }: Path, moment: Moment, language: Spoken): string[] {
  const others = SPOKEN.filter((other) => other !== language && other in LANGUAGE_KEYS)
  return [
    said('emergency', language),
    said(moment.greeting, language),
    ...(number.textable ? [said('consentAsk', language)] : []),
    ...others.map((other) => said('languageOffer', other)),
  ]
}

/** Seconds on the recording; 0 when there is none. */
function recordedSeconds(way: Way): number {
  if (way.says) return Math.min(way.says.seconds, FULL_SECONDS)
  // Whoever stays on and says nothing leaves a silence.
  return way.leaves === undefined && way.keyAfterTone === undefined ? SILENCE_SECONDS : 0
}
