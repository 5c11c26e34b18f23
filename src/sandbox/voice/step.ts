/** What the runner does after a verb. */
export type Step =
  | { readonly type: 'next' }
  | {
      readonly type: 'fetch'
      readonly url: string
      readonly method: string | undefined
      readonly extra?: Readonly<Record<string, string>>
      /** The caller is gone: the request is made and its answer has nobody to play to. */
      readonly unheard?: true
    }
  | { readonly type: 'hang-up' }
  | { readonly type: 'reject'; readonly reason: 'busy' | 'no-answer' }
  /** The phone is gone or other instructions came. */
  | { readonly type: 'stop' }

/** How a document was left: at its end, by a verb that ends the call, or because the phone is gone or was taken away. */
export type RunResult =
  | { readonly type: 'at-end' }
  | { readonly type: 'hung-up' }
  | { readonly type: 'rejected'; readonly reason: 'busy' | 'no-answer' }
  | { readonly type: 'stopped' }
