import type { Carrier } from '../carrier.ts'
import { faultsBetween } from '../faults.ts'
import { childElements, type XmlElement } from '../xml.ts'
import { addressOf, flagOf, secondsOf } from './documents.ts'
import { hear, isInterrupted, waitOn, warn, type Leg, type SpokenMessage } from './leg.ts'
import { finishRecording, recordingUrl, startRecording, type Captured } from './recordings.ts'
import type { Step } from './step.ts'

type Ending = { readonly spoken: SpokenMessage | null; readonly key: string }

/**
 * Record: a tone, then whatever is said until silence, a key, the longest length or the hang-up. The action is asked for
 * in every case; without one the current document starts again, as at Twilio.
 */
export async function record(carrier: Carrier, leg: Leg, verb: XmlElement): Promise<Step> {
  if (childElements(verb).length > 0) warn(leg, '12200: nothing can stand inside <Record>')
  const transcribe = flagOf(verb, 'transcribe', false)
  const maxLength = secondsOf(leg, verb, 'maxLength', transcribe ? 120 : 3600)
  const silence = secondsOf(leg, verb, 'timeout', 5)
  if (flagOf(verb, 'playBeep', true)) hear(leg, carrier.store.stamp(), 'tone', 'Tone')
  const callback = verb.attributes.get('recordingStatusCallback')
  const recording = startRecording(carrier, leg.record, {
    statusCallback: callback ? addressOf(leg, callback) : null,
    statusEvents: (verb.attributes.get('recordingStatusCallbackEvent') ?? 'completed').split(/\s+/),
    transcribe,
    transcribeCallback: addressOrNull(leg, verb, 'transcribeCallback'),
  })

  const ending = await listen(carrier, leg, {
    silenceMs: (silence === 0 ? maxLength : Math.min(silence, maxLength)) * 1000,
    maxLength,
    finishOnKey: verb.attributes.get('finishOnKey') ?? '1234567890*#',
  })
  if (ending.spoken?.hangUp === false) leg.unclockedSeconds += silence
  const captured = capture(carrier, leg, ending, { maxLength, silence })
  finishRecording(carrier, leg.record, recording, captured)
  if (leg.instructions !== null) return { type: 'stop' }
  return {
    type: 'fetch',
    url: addressOf(leg, verb.attributes.get('action')),
    method: verb.attributes.get('method'),
    extra: {
      RecordingUrl: recordingUrl(carrier, recording.sid),
      RecordingSid: recording.sid,
      RecordingDuration: String(recording.seconds),
      ...(leg.gone ? { Digits: 'hangup' } : ending.key === '' ? {} : { Digits: ending.key }),
    },
    ...(leg.gone ? { unheard: true } : {}),
  }
}

async function listen(
  carrier: Carrier,
  leg: Leg,
  limits: { silenceMs: number; maxLength: number; finishOnKey: string },
): Promise<Ending> {
  const outcome = await waitOn<Ending>(leg, carrier.timers, carrier.store.changed, {
    for: 'message',
    ms: limits.silenceMs,
    kind: leg.script ? 'due' : 'open',
    hear: (end) => ({
      speak: (spoken) => {
        hear(leg, carrier.store.stamp(), 'message', spoken.text)
        leg.unclockedSeconds += Math.min(spoken.seconds, limits.maxLength)
        end.done({ spoken, key: '' })
      },
      key: (key) => {
        hear(leg, carrier.store.stamp(), 'key', key)
        if (limits.finishOnKey.includes(key)) end.done({ spoken: null, key })
      },
    }),
  })
  return outcome.type === 'done' ? outcome.value : { spoken: null, key: '' }
}

/** What is on the recording: the words as far as they fit, silence that was waited out, or nothing at all. */
function capture(
  carrier: Carrier,
  leg: Leg,
  ending: Ending,
  limits: { maxLength: number; silence: number },
): Captured {
  const { spoken } = ending
  const { recording } = faultsBetween(carrier.store, leg.record.to, leg.record.from)
  if (recording !== undefined) return recording === 'failed' ? 'failure' : 'nothing'
  if (spoken === null) {
    if (isInterrupted(leg) || ending.key !== '') return 'nothing'
    return { seconds: Math.min(limits.silence, limits.maxLength), spoken: '', language: leg.language }
  }
  const seconds = Math.min(spoken.seconds, limits.maxLength)
  const words = spoken.text.split(/\s+/)
  const heard = Math.round((words.length * seconds) / Math.max(spoken.seconds, 1))
  return {
    seconds,
    spoken: seconds < spoken.seconds ? words.slice(0, heard).join(' ') : spoken.text,
    language: leg.language,
  }
}

function addressOrNull(leg: Leg, verb: XmlElement, name: string): string | null {
  const wanted = verb.attributes.get(name)
  return wanted ? addressOf(leg, wanted) : null
}
