import type { Clock } from '../platform/clock.ts'
import type { Faults } from './faults.ts'
import type {
  CallRecord,
  MessageRecord,
  NumberRecord,
  OptOut,
  PhoneBehaviour,
  RecordingRecord,
  SandboxNumber,
  SavedState,
  TranscriptionRecord,
} from './records.ts'
import { newSid } from './sid.ts'

/** Everything the carrier knows, in memory; the maps keep the order in which things came. */
export type Store = {
  readonly calls: Map<string, CallRecord>
  readonly messages: Map<string, MessageRecord>
  readonly recordings: Map<string, RecordingRecord>
  readonly transcriptions: Map<string, TranscriptionRecord>
  /** By phone number. */
  readonly numbers: Map<string, NumberRecord>
  /** By the patient's phone: a block holds for every sender of the account, as in one Messaging Service. */
  readonly optOuts: Map<string, OptOut>
  readonly phones: Map<string, PhoneBehaviour>
  readonly faults: Map<string, Faults>
  /** The present instant as it stands in records. */
  readonly stamp: () => string
  /** To be called after every change: wakes the state file and the open pages. */
  readonly changed: () => void
  readonly onChange: (listener: () => void) => () => void
}

/**
 * @param numbers the account's numbers with the settings they start with.
 * @param saved what an earlier run remembered; its number settings win while the given ones are the same as then.
 */
export function createStore(clock: Clock, numbers: readonly SandboxNumber[], saved?: SavedState): Store {
  const listeners = new Set<() => void>()
  const stamp = (): string => clock.now().toISOString()
  const savedNumbers = byKey(saved?.numbers, (number) => number.phone)
  return {
    calls: byKey(saved?.calls, (call) => call.sid),
    messages: byKey(saved?.messages, (message) => message.sid),
    recordings: byKey(saved?.recordings, (recording) => recording.sid),
    transcriptions: byKey(saved?.transcriptions, (transcription) => transcription.sid),
    numbers: byKey(
      numbers.map((number) => numberRecord(number, stamp(), savedNumbers.get(number.phone))),
      (number) => number.phone,
    ),
    optOuts: byKey(saved?.optOuts, (optOut) => optOut.phone),
    phones: new Map(Object.entries(saved?.phones ?? {})),
    faults: new Map(Object.entries(saved?.faults ?? {})),
    stamp,
    changed: () => {
      for (const listener of listeners) listener()
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The store as it goes into the state file. */
export function toSavedState(store: Store, clock: Clock): SavedState {
  return {
    version: 1,
    clock: clock.control?.state() ?? { now: store.stamp(), speed: 1 },
    calls: [...store.calls.values()],
    messages: [...store.messages.values()],
    recordings: [...store.recordings.values()],
    transcriptions: [...store.transcriptions.values()],
    numbers: [...store.numbers.values()],
    optOuts: [...store.optOuts.values()],
    phones: Object.fromEntries(store.phones),
    faults: Object.fromEntries(store.faults),
  }
}

function byKey<T>(items: readonly T[] | undefined, key: (item: T) => string): Map<string, T> {
  return new Map((items ?? []).map((item) => [key(item), item]))
}

function numberRecord(number: SandboxNumber, at: string, saved: NumberRecord | undefined): NumberRecord {
  const given = JSON.stringify(number)
  if (saved?.given === given) return saved
  return {
    sid: saved?.sid ?? newSid('PN'),
    phone: number.phone,
    friendlyName: number.friendlyName,
    voiceUrl: number.voiceUrl,
    voiceFallbackUrl: number.voiceFallbackUrl ?? '',
    statusCallback: number.statusCallback ?? '',
    smsUrl: number.smsUrl,
    smsFallbackUrl: number.smsFallbackUrl ?? '',
    createdAt: saved?.createdAt ?? at,
    updatedAt: at,
    given,
  }
}
