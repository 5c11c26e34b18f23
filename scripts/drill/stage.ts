import { setTimeout as pause } from 'node:timers/promises'
import type { sandboxControl } from '../../src/sandbox/control-client.ts'

type Sandbox = ReturnType<typeof sandboxControl>

/** What the JSON API says of an item, as far as the drill looks. */
export type ItemView = {
  readonly id: string
  readonly number: number
  readonly status: string
  readonly trigger: string
  readonly queue: string
  readonly urgency: string
  readonly heard: string
  readonly nextAction: string | null
  readonly repeatContacts: number
  readonly escalation: { readonly why: string } | null
  readonly contact: { readonly phone: string | null; readonly language: string }
}
type TextView = { readonly direction: string; readonly state: string }

/** Where the drill plays: the carrier's side and the product's face, nothing else. */
export type Stage = {
  readonly sandbox: Sandbox
  readonly api: Api
  readonly lines: {
    readonly backup: string
    readonly front: string
    readonly frontDesk: string
    /** the phones of whom the practice alerts about urgent items, first to last */
    readonly onCall: readonly string[]
  }
}

export type Api = {
  items(filter: Readonly<Record<string, string>>): Promise<readonly ItemView[]>
  texts(phone: string): Promise<readonly TextView[]>
}

/** Reads the JSON API with a key. @param baseUrl where the product listens. */
export function apiReader(baseUrl: string, key: string): Api {
  const list = async <T>(path: string, query: Readonly<Record<string, string>>): Promise<readonly T[]> => {
    const url = new URL(`${baseUrl}/api/v1/${path}`)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const items: T[] = []
    for (;;) {
      const response = await fetch(url, { headers: { authorization: `Bearer ${key}` } })
      if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`)
      const page = (await response.json()) as { items: T[]; next: string | null }
      items.push(...page.items)
      if (page.next === null) return items
      url.searchParams.set('after', page.next)
    }
  }
  return {
    items: (filter) => list<ItemView>('follow-ups', filter),
    texts: (phone) => list<TextView>('messages', { phone }),
  }
}

const LOOK_EVERY_MS = 50
const LONGEST_LOOK_MS = 20_000

/**
 * Looks until what is seen is what is wanted, or the time is over; then the last look is returned all the same. A look that
 * fails because the product is being restarted is repeated.
 */
export async function lookUntil<T>(look: () => Promise<T>, wanted: (seen: T) => boolean): Promise<T> {
  const deadline = performance.now() + LONGEST_LOOK_MS
  for (;;) {
    try {
      const seen = await look()
      if (wanted(seen) || performance.now() > deadline) return seen
    } catch (error) {
      if (performance.now() > deadline) throw error
    }
    await pause(LOOK_EVERY_MS)
  }
}

/** A person on the phone: calls, listens, presses keys, speaks. */
export async function callLine(stage: Stage, from: string, to: string): Promise<Caller> {
  const { sid } = await stage.sandbox.startCall({ from, to })
  const wait = async (what: string): Promise<void> => {
    const call = await lookUntil(
      () => stage.sandbox.call(sid),
      ({ waitingFor, live }) => waitingFor === what || !live,
    )
    if (call.waitingFor !== what)
      throw new Error(`The call from ${from} ended before it waited for a ${what}`)
  }
  return {
    press: async (digits) => {
      await wait('key')
      await stage.sandbox.press(sid, digits)
    },
    letTimePass: async () => {
      await wait('key')
      await stage.sandbox.skip(sid)
    },
    letRing: async () => {
      await wait('ringing')
      await stage.sandbox.skip(sid)
    },
    interrupt: async (text) => {
      await wait('key')
      await stage.sandbox.speak(sid, { text })
    },
    say: async (text, how = {}) => {
      await wait('message')
      await stage.sandbox.speak(sid, { text, ...how })
    },
    hangUp: async () => {
      await stage.sandbox.hangUp(sid)
    },
    ended: async () => {
      await lookUntil(
        () => stage.sandbox.call(sid),
        ({ live }) => !live,
      )
    },
    listen: (what) => wait(what),
    heard: async () => (await stage.sandbox.call(sid)).heard.map(({ text }) => text).join(' '),
  }
}

export type Caller = {
  press(digits: string): Promise<void>
  /** says nothing until the greeting gives up waiting for a key */
  letTimePass(): Promise<void>
  /** waits until the practice's phone has rung in vain */
  letRing(): Promise<void>
  /** speaks while the greeting is heard, when nothing records */
  interrupt(text: string): Promise<void>
  say(text: string, how?: { seconds?: number; hangUp?: boolean }): Promise<void>
  hangUp(): Promise<void>
  ended(): Promise<void>
  listen(what: 'ringing' | 'key' | 'message'): Promise<void>
  /** all that was heard and happened on the call so far */
  heard(): Promise<string>
}
