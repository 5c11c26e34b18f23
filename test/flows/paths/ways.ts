import type { SandboxControl } from '../../../src/sandbox/control-client.ts'
import { LANGUAGE_KEYS, type LineKind, type Spoken } from './practice.ts'

/** The place in a call where somebody hangs up. */
type Leaves =
  'connecting' | 'ringing' | 'greeting' | 'keys' | 'after-key' | 'leaveMessage' | 'beep' | 'goodbye'

/** What a caller does from the first ring to the last. Whoever never leaves is hung up on in the end. */
export type Way = {
  readonly name: string
  /** a key in the greeting; the keys of languages come before it */
  readonly key?: '1' | '7'
  readonly leaves?: Leaves
  /** talks into the greeting */
  readonly speaksEarly?: true
  readonly says?: { readonly seconds: number; readonly hangUp?: true }
  /** pressed after the tone: # ends the message, 1 does nothing */
  readonly keyAfterTone?: '#' | '1'
}

/** To the very end, with all that can be said. */
export const LISTENS: Way = {
  name: 'presses 1, leaves a message and listens to the end',
  key: '1',
  says: { seconds: 20 },
}

export const WAYS: readonly Way[] = [
  { name: 'hangs up while being told to hold', leaves: 'connecting' },
  { name: 'gives up while it rings', leaves: 'ringing' },
  { name: 'hangs up in the greeting', leaves: 'greeting' },
  { name: 'hangs up after the greeting, no key', leaves: 'keys' },
  { name: 'presses 1 and hangs up', key: '1', leaves: 'after-key' },
  { name: 'presses a wrong key and hangs up', key: '7', leaves: 'after-key' },
  { name: 'hangs up when asked for a message', leaves: 'leaveMessage' },
  { name: 'presses 1 and hangs up when asked for a message', key: '1', leaves: 'leaveMessage' },
  { name: 'hangs up at the beep', leaves: 'beep' },
  { name: 'hangs up after one second of message', says: { seconds: 1, hangUp: true } },
  { name: 'hangs up after two seconds of message', says: { seconds: 2, hangUp: true } },
  { name: 'hangs up in the middle of a message', key: '1', says: { seconds: 20, hangUp: true } },
  { name: 'hangs up at goodbye', says: { seconds: 20 }, leaves: 'goodbye' },
  LISTENS,
  { name: 'talks until the recording is full', says: { seconds: 300 } },
  { name: 'is silent from the first to the last' },
  { name: 'presses a wrong key and leaves a message', key: '7', says: { seconds: 20 } },
  { name: 'speaks over the greeting and leaves no message', speaksEarly: true, leaves: 'beep' },
  { name: 'speaks over the greeting, then leaves a message', speaksEarly: true, says: { seconds: 20 } },
  { name: 'presses # at once after the tone', keyAfterTone: '#' },
  { name: 'presses 1 too late, then speaks', keyAfterTone: '1', says: { seconds: 20 } },
]

/** A number as the carrier shows it. `fields` are what the webhooks say beside or instead of it. */
export type Number = {
  readonly name: string
  readonly from: (count: number) => string
  readonly fields?: Readonly<Record<string, string>>
  /** somebody can be called back there */
  readonly callable: boolean
  /** a text there would reach the caller */
  readonly textable: boolean
}

const mobile = (count: number): string => `+1415555${1000 + count}`
export const MOBILE: Number = { name: 'a mobile', from: mobile, callable: true, textable: true }
const reach = { callable: false, textable: false }

export const NUMBERS: readonly Number[] = [
  { name: 'a withheld number', from: () => 'anonymous', ...reach },
  { name: 'a withheld number in digits', from: () => '+266696687', ...reach },
  {
    name: 'a number abroad',
    from: (count) => `+44207946${String(count).padStart(4, '0')}`,
    callable: true,
    textable: false,
  },
  { name: 'a short code', from: mobile, fields: { From: '88811' }, ...reach },
  { name: 'a SIP address', from: mobile, fields: { From: 'sip:desk@cedar.example' }, ...reach },
  {
    name: 'a number that may be forged',
    from: mobile,
    fields: { StirVerstat: 'TN-Validation-Failed-A' },
    callable: true,
    textable: false,
  },
  { ...MOBILE, name: 'a number that was vouched for', fields: { StirVerstat: 'TN-Validation-Passed-A' } },
]

/** One call: who calls which line, in which language they go on, and what they do. */
export type Path = {
  readonly line: LineKind
  readonly way: Way
  readonly number: Number
  /** the languages chosen one after the other */
  readonly chosen: readonly (keyof typeof LANGUAGE_KEYS)[]
}

export function isSpoken({ leaves }: Way): boolean {
  return leaves === 'connecting' || leaves === 'greeting' || leaves === 'leaveMessage' || leaves === 'goodbye'
}

/** The caller's language in the end. */
export function languageOf({ chosen }: Path): Spoken {
  return chosen.at(-1) ?? 'en'
}

const MESSAGE = 'Hello, I would like to make an appointment for next week. Thank you and goodbye.'

/** The person on the phone: looks where the call stands and does the next thing. Says whether the call still goes on. */
export function personOn(
  sandbox: SandboxControl,
  sid: string,
  { way, chosen }: Path,
): () => Promise<boolean> {
  const keys = [...chosen.map((language) => LANGUAGE_KEYS[language]), ...(way.key ? [way.key] : [])]
  let speaksEarly = way.speaksEarly === true

  return async () => {
    const call = await sandbox.call(sid)
    if (!call.live) return false
    const prompt = call.heard.findLast(({ kind }) => kind === 'say')?.text.split(' ')[0]
    switch (call.waitingFor) {
      case 'nothing':
        // A prompt is being spoken.
        await (way.leaves === prompt ? sandbox.hangUp(sid) : sandbox.skip(sid))
        return true
      case 'ringing':
        await (way.leaves === 'ringing' ? sandbox.hangUp(sid) : sandbox.skip(sid))
        return true
      case 'key': {
        if (speaksEarly) {
          speaksEarly = false
          await sandbox.speak(sid, { text: MESSAGE, seconds: 4 })
        }
        const key = keys.shift()
        if (key !== undefined) await sandbox.press(sid, key)
        const last = keys.length === 0
        const leaves =
          (way.leaves === 'after-key' && last) ||
          (key === undefined && (way.leaves === 'keys' || way.leaves === 'greeting'))
        if (leaves) await sandbox.hangUp(sid)
        else if (key === undefined) await sandbox.skip(sid)
        return true
      }
      case 'message':
        if (way.leaves === 'beep') await sandbox.hangUp(sid)
        else {
          if (way.keyAfterTone) await sandbox.press(sid, way.keyAfterTone)
          if (way.says) await sandbox.speak(sid, { text: MESSAGE, ...way.says })
          else if (!way.keyAfterTone) await sandbox.skip(sid)
        }
        return true
      case 'answer':
      case 'talk':
        // A conversation has begun.
        await sandbox.hangUp(sid)
        return true
    }
  }
}
