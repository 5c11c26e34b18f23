import type { Language, Outcome } from '../follow-up/words.ts'

/** What stands beside an item while somebody calls, per language of the person called; English where a language has none. */
export type Script = Readonly<Partial<Record<Language, ScriptWords>>> & { readonly en: ScriptWords }

export type ScriptWords = {
  /** names the practice and gives no reason before the person is known */
  readonly opening: string
  /** how to make sure who is on the phone */
  readonly identity: string
  readonly questions: readonly string[]
  readonly neverSay: readonly string[]
  readonly close: string
  /** what may be left on a mailbox: generic, like a text */
  readonly voicemail: string
  /** the decision tree; each branch is one of the outcomes */
  readonly branches: readonly Branch[]
}

export type Branch = { readonly when: string; readonly say: string; readonly outcome: Outcome }
