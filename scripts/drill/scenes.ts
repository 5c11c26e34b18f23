import { agreeAndSay, callAndTalk, callInVain, onCallPhones } from './acts.ts'
import { callLine, lookUntil, type ItemView, type Stage } from './stage.ts'

/** One caller's morning: what they do, and what must then be there. */
export type Scene = {
  readonly name: string
  /** sent in, in words */
  readonly does: string
  /** the number that calls and texts */
  readonly phone: string
  /** at 10:05 */
  act(stage: Stage): Promise<void>
  /** some minutes later, when the first texts went out */
  actLater?(stage: Stage): Promise<void>
  /** its webhooks were lost: it is there only after the next comparison with the carrier's log */
  readonly foundLater?: true
  readonly expect: {
    /** the items of this phone, newest first, as far as they matter */
    readonly items: readonly Expected[]
    /** how our texts to this phone ended, in any order */
    readonly texts: readonly string[]
  }
}
export type Expected = Partial<Omit<ItemView, 'contact' | 'number' | 'escalation'>> & {
  readonly language?: string
  /** why somebody must look at it now; none: nothing, or somebody has seen to it */
  readonly escalation?: string
}

const BOOKING = 'Good morning, I would like to book an appointment for next week please. Thank you.'
const MISSED: Expected = { status: 'new-request', queue: 'assistant', urgency: 'routine' }
const CLINICAL: Expected = { status: 'routed-to-clinical', queue: 'licensed' }

/** Numbers for the callers. Each asks for one that nobody had before. */
export type Numbers = { home(): string; abroad(): string }

/** Every scene of the morning. */
export function scenes(numbers: Numbers): readonly Scene[] {
  const scene = (
    name: string,
    does: string,
    plot: (from: string) => Omit<Scene, 'name' | 'does' | 'phone'>,
    from: string = numbers.home(),
  ): Scene => {
    return { name, does, phone: from, ...plot(from) }
  }
  const withChestPain = numbers.home()
  return [
    scene('calls while we are out of reach', 'a call of which no webhook came', (from) => ({
      act: async (stage) => {
        await stage.sandbox.startCall({ from, to: stage.lines.backup, webhooks: 'lost' })
      },
      foundLater: true,
      expect: { items: [{ ...MISSED, trigger: 'missed-call', heard: 'nothing-to-hear' }], texts: [] },
    })),
    scene('hangs up in the greeting', 'a call, no key, no word', (from) => ({
      act: async (stage) => {
        const caller = await callLine(stage, from, stage.lines.backup)
        await caller.listen('key')
        await caller.hangUp()
      },
      expect: { items: [{ ...MISSED, trigger: 'missed-call', heard: 'nothing-to-hear' }], texts: [] },
    })),
    scene('hangs up at the beep', 'a call, silence after the tone', (from) => ({
      act: async (stage) => {
        const caller = await callLine(stage, from, stage.lines.backup)
        await caller.letTimePass()
        await caller.listen('message')
        await caller.hangUp()
      },
      expect: { items: [{ ...MISSED, heard: 'nothing-to-hear' }], texts: [] },
    })),
    scene('leaves a plain voicemail', 'a voicemail, no consent', (from) => ({
      act: async (stage) => {
        const caller = await callLine(stage, from, stage.lines.backup)
        await caller.letTimePass()
        await caller.say(BOOKING)
        await caller.ended()
      },
      expect: { items: [{ ...MISSED, heard: 'heard', nextAction: 'call-back' }], texts: [] },
    })),
    scene('agrees to a text', 'key 1, then a voicemail', (from) => ({
      act: (stage) => agreeAndSay(stage, from, BOOKING),
      expect: { items: [{ ...MISSED, heard: 'heard' }], texts: ['delivered'] },
    })),
    scene('answers the text', 'key 1, a voicemail, then a reply', (from) => ({
      act: (stage) => agreeAndSay(stage, from, BOOKING),
      actLater: async (stage) => {
        await stage.sandbox.sendText({ from, to: stage.lines.backup, body: 'Tuesday afternoon works for me' })
      },
      expect: {
        items: [{ queue: 'assistant', nextAction: 'read-reply', repeatContacts: 1 }],
        texts: ['delivered'],
      },
    })),
    scene('opts out before the text', 'key 1, then STOP at once', (from) => ({
      act: async (stage) => {
        await agreeAndSay(stage, from, BOOKING)
        await stage.sandbox.sendText({ from, to: stage.lines.backup, body: 'STOP' })
      },
      expect: { items: [{ queue: 'assistant', nextAction: 'call-back' }], texts: [] },
    })),
    scene('opts out after the text', 'key 1, a text, then STOP', (from) => ({
      act: (stage) => agreeAndSay(stage, from, BOOKING),
      actLater: async (stage) => {
        await stage.sandbox.sendText({ from, to: stage.lines.backup, body: 'stop' })
      },
      expect: { items: [{ queue: 'assistant', nextAction: 'call-back' }], texts: ['delivered'] },
    })),
    scene('opts out in plain words', 'key 1, then "please stop texting me"', (from) => ({
      act: async (stage) => {
        await agreeAndSay(stage, from, BOOKING)
        await stage.sandbox.sendText({ from, to: stage.lines.backup, body: 'Please stop texting me' })
      },
      expect: { items: [{ queue: 'assistant', nextAction: 'read-reply' }], texts: [] },
    })),
    scene(
      'has chest pain and the nurse presses 1',
      'key 1, an urgent voicemail',
      (from) => ({
        act: async (stage) => {
          await onCallPhones(stage, { pickUp: 'answers', presses: '1' })
          await agreeAndSay(stage, from, 'My chest hurts and I have trouble breathing, please call me.')
        },
        expect: {
          items: [{ ...CLINICAL, urgency: 'urgent', heard: 'heard', escalation: 'none' }],
          texts: [],
        },
      }),
      withChestPain,
    ),
    scene('asks for a refill', 'a clinical voicemail', (from) => ({
      act: async (stage) => {
        const caller = await callLine(stage, from, stage.lines.backup)
        await caller.letTimePass()
        await caller.say('I need a refill of my blood pressure medication.')
        await caller.ended()
      },
      expect: { items: [{ ...CLINICAL, urgency: 'clinical', nextAction: 'licensed-review' }], texts: [] },
    })),
    scene('says it has no symptoms', 'a voicemail with a negation', (from) => ({
      act: async (stage) => {
        const caller = await callLine(stage, from, stage.lines.backup)
        await caller.letTimePass()
        await caller.say('No fever and no pain, I only want to change my appointment.')
        await caller.ended()
      },
      expect: { items: [{ ...MISSED, heard: 'heard' }], texts: [] },
    })),
    scene('speaks Spanish', 'keys 2 and 1, a voicemail in Spanish', (from) => ({
      act: async (stage) => {
        const caller = await callLine(stage, from, stage.lines.backup)
        await caller.press('2')
        await caller.press('1')
        await caller.say('Buenos días, quisiera una cita para la próxima semana, gracias.')
        await caller.ended()
      },
      // The carrier's machine knows English only, so a person must listen, whatever it wrote down.
      expect: {
        items: [{ ...CLINICAL, heard: 'not-heard-yet', nextAction: 'listen-to-voicemail', language: 'es' }],
        texts: ['delivered'],
      },
    })),
    scene('cannot be transcribed', 'a voicemail the machine fails on', (from) => ({
      act: async (stage) => {
        await stage.sandbox.setFaults(from, { transcription: 'failed' })
        const caller = await callLine(stage, from, stage.lines.backup)
        await caller.letTimePass()
        await caller.say('Mumbling that nobody understands')
        await caller.ended()
      },
      expect: {
        items: [{ ...CLINICAL, heard: 'not-heard-yet', nextAction: 'listen-to-voicemail' }],
        texts: [],
      },
    })),
    scene('whose transcript never comes', 'a voicemail, no transcript', (from) => ({
      act: async (stage) => {
        await stage.sandbox.setFaults(from, { transcription: 'never' })
        const caller = await callLine(stage, from, stage.lines.backup)
        await caller.letTimePass()
        await caller.say('Hello, it is about my appointment')
        await caller.ended()
      },
      expect: {
        items: [{ ...CLINICAL, heard: 'not-heard-yet', nextAction: 'listen-to-voicemail' }],
        texts: [],
      },
    })),
    scene('calls three times', 'three calls from one number', (from) => ({
      act: async (stage) => {
        for (let call = 0; call < 3; call += 1) {
          const caller = await callLine(stage, from, stage.lines.backup)
          await caller.listen('key')
          await caller.hangUp()
          await caller.ended()
        }
      },
      expect: { items: [{ ...MISSED, repeatContacts: 2 }], texts: [] },
    })),
    scene('texts out of the blue', 'a text about a wound', (from) => ({
      act: async (stage) => {
        await stage.sandbox.sendText({
          from,
          to: stage.lines.backup,
          body: 'The stitches from my surgery are bleeding',
        })
      },
      expect: { items: [{ ...CLINICAL, trigger: 'patient-message' }], texts: [] },
    })),
    scene('wants to cancel', 'the one word CANCEL', (from) => ({
      act: async (stage) => {
        await stage.sandbox.sendText({ from, to: stage.lines.backup, body: 'CANCEL' })
      },
      expect: {
        items: [{ trigger: 'patient-message', queue: 'assistant', nextAction: 'read-reply' }],
        texts: [],
      },
    })),
    scene('hangs up after two seconds', 'two seconds of voicemail', (from) => ({
      act: async (stage) => {
        const caller = await callLine(stage, from, stage.lines.backup)
        await caller.letTimePass()
        await caller.say('Hello, this is', { seconds: 2, hangUp: true })
        await caller.ended()
      },
      // Too short for the carrier's machine, so a person must listen.
      expect: {
        items: [{ ...CLINICAL, heard: 'not-heard-yet', nextAction: 'listen-to-voicemail' }],
        texts: [],
      },
    })),
    scene('speaks over the greeting', 'words before the tone, then after it', (from) => ({
      act: async (stage) => {
        const caller = await callLine(stage, from, stage.lines.backup)
        await caller.interrupt('Hello? Is anybody there?')
        await caller.letTimePass()
        await caller.say(BOOKING)
        await caller.ended()
      },
      expect: { items: [{ ...MISSED, heard: 'heard' }], texts: [] },
    })),
    scene(
      'calls from abroad',
      'key 1 from a foreign number, a voicemail',
      (from) => ({
        act: (stage) => agreeAndSay(stage, from, BOOKING),
        // Nobody is texted abroad, so the key is no consent there.
        expect: { items: [{ ...MISSED, heard: 'heard', nextAction: 'call-back' }], texts: [] },
      }),
      numbers.abroad(),
    ),
    scene('has chest pain and nobody on call answers', 'an urgent text a while later', (from) => ({
      act: () => Promise.resolve(),
      actLater: async (stage) => {
        // The nurse answers no more, but only once the caller with chest pain has been seen to.
        await lookUntil(
          async () => {
            await stage.sandbox.idle({ advance: true })
            return stage.api.items({ phone: withChestPain })
          },
          (items) => items.every(({ escalation }) => escalation === null),
        )
        await onCallPhones(stage, { pickUp: 'no-answer' })
        await stage.sandbox.sendText({ from, to: stage.lines.backup, body: 'I have chest pain' })
      },
      expect: { items: [{ ...CLINICAL, urgency: 'urgent', escalation: 'urgent-words' }], texts: [] },
    })),
    scene('is answered on the front line', 'a call the practice takes with 1', (from) => ({
      act: (stage) => callAndTalk(stage, from),
      expect: { items: [], texts: [] },
    })),
    scene('is not answered on the front line', 'a call that rings in vain', (from) => ({
      act: (stage) => callInVain(stage, from),
      expect: { items: [MISSED], texts: [] },
    })),
    scene('reaches a mailbox on the front line', 'a call that a mailbox picks up', (from) => ({
      act: async (stage) => {
        await stage.sandbox.setPhone(stage.lines.frontDesk, { pickUp: 'mailbox', talkSeconds: 3 })
        const caller = await callLine(stage, from, stage.lines.front)
        await stage.sandbox.idle({ advance: true })
        await caller.listen('key')
        await caller.hangUp()
      },
      expect: { items: [{ ...MISSED, heard: 'nothing-to-hear' }], texts: [] },
    })),
    scene('gives up while it rings', 'a call that ends before anybody answers', (from) => ({
      act: async (stage) => {
        await stage.sandbox.setPhone(stage.lines.frontDesk, { pickUp: 'no-answer' })
        const caller = await callLine(stage, from, stage.lines.front)
        await caller.listen('ringing')
        await caller.hangUp()
        await caller.ended()
      },
      expect: { items: [{ ...MISSED, heard: 'nothing-to-hear' }], texts: [] },
    })),
    scene('calls again and is answered', 'a call in vain, then one that is taken', (from) => ({
      act: async (stage) => {
        await callInVain(stage, from)
        await callAndTalk(stage, from)
      },
      expect: {
        items: [
          {
            status: 'waiting-on-internal-review',
            queue: 'assistant',
            nextAction: 'decide-closure',
            repeatContacts: 0,
          },
        ],
        texts: [],
      },
    })),
  ]
}
