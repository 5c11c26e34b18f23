import { parse, type ParsedUrlQuery } from 'node:querystring'
import nock from 'nock'
import { createCarrier, type Carrier } from '../../src/platform/carrier/carrier.ts'
import { closeNetwork, openNetwork } from './network.ts'
import { emptyTwilioLog, serveTwilioLog, type TwilioLog } from './twilio-log.ts'
import { ACCOUNT, sid, TOKEN } from './webhook.ts'

/** A text as it reached the carrier, and when, on a scale of its own that never stands still. */
type PostedText = {
  readonly To: string
  readonly From: string
  readonly Body: string
  readonly ValidityPeriod: string
  readonly StatusCallback: string
  readonly startedAt: number
}

/** A call that the carrier was told to place. */
type PostedCall = {
  readonly To: string
  readonly From: string
  readonly Url: string
  readonly StatusCallback: string
}

type Answer = { readonly status: number; readonly body: object | string }

/** Twilio's REST API behind the real client: what was posted, and what it answers. Texts to patients and to staff stand apart. */
export type TwilioRest = {
  readonly carrier: Carrier
  readonly posts: PostedText[]
  /** what those on call are alerted by */
  readonly alerts: {
    readonly texts: PostedText[]
    readonly calls: PostedCall[]
    /** From here on each text or call gets this answer, or no connection at all; null: they are taken. */
    answer: { text: Answer | 'unreachable' | null; call: Answer | 'unreachable' | null }
  }
  /** what it has on record */
  readonly log: TwilioLog
  postsTo(phone: string): PostedText[]
  /** The next posts get these answers, in turn; after them every text is taken. */
  answerNext(...answers: Answer[]): void
  /** Answers that no post came for are not given any more: from here on every text is taken. */
  forgetAnswers(): void
  /** The next post is read and then its connection breaks, so that nobody knows what became of it. */
  breakNext(code: 'ECONNRESET' | 'ETIMEDOUT' | 'ECONNREFUSED' | 'ENOTFOUND'): void
  /** Holds the answers back until the returned function is called; `arrived` resolves when a post is waiting. */
  hold(): { readonly arrived: Promise<unknown>; release(): void }
  close(): void
}

const API = 'https://api.twilio.com'
const MESSAGES = `/2010-04-01/Accounts/${ACCOUNT}/Messages.json`
const CALLS = `/2010-04-01/Accounts/${ACCOUNT}/Calls.json`

/** The carrier refuses a text with one of its error codes. */
export const refusal = (code: number, status = 400): Answer => ({
  status,
  body: { code, status, message: 'refused', more_info: `https://www.twilio.com/docs/errors/${code}` },
})
export const TOO_MANY = refusal(20429, 429)

/** From here on nothing but this machine can be reached, until it is closed. */
export function startTwilioRest(): TwilioRest {
  closeNetwork()
  const posts: PostedText[] = []
  const alerts: TwilioRest['alerts'] = { texts: [], calls: [], answer: { text: null, call: null } }
  const log = emptyTwilioLog()
  const answers: Answer[] = []
  let held: { readonly until: Promise<unknown>; arrived(): void } | null = null
  let count = 0

  const watched = (scope: nock.Scope): nock.Scope =>
    scope.on('request', (_request, _interceptor, body: string) => {
      posts.push({ ...(parse(body) as Omit<PostedText, 'startedAt'>), startedAt: performance.now() })
    })
  const take = async (): Promise<[number, object | string]> => {
    const now = held
    now?.arrived()
    await now?.until
    const answer = answers.shift()
    if (answer) return [answer.status, answer.body]
    count += 1
    return [201, { sid: sid('SM', 0xf000 + count), status: 'queued' }]
  }
  const listen = (): void => {
    watched(nock(API).persist()).post(MESSAGES, isToPatient).reply(take)
    serveAlerts(alerts)
    serveTwilioLog(API, log)
  }
  listen()
  return {
    posts,
    alerts,
    log,
    carrier: createCarrier({
      accountSid: ACCOUNT,
      authToken: TOKEN,
      apiUrl: API,
      messagingServiceSid: undefined,
    }),
    postsTo: (phone) => posts.filter(({ To }) => To === phone),
    answerNext: (...next) => void answers.push(...next),
    forgetAnswers: () => void answers.splice(0),
    breakNext: (code) => {
      nock.cleanAll()
      watched(nock(API))
        .post(MESSAGES, isToPatient)
        .replyWithError(Object.assign(new Error(code), { code }))
      listen()
    },
    hold: () => {
      const reached = Promise.withResolvers<undefined>()
      const released = Promise.withResolvers<undefined>()
      held = { until: released.promise, arrived: () => reached.resolve(undefined) }
      return {
        arrived: reached.promise,
        release: () => {
          held = null
          released.resolve(undefined)
        },
      }
    },
    close: openNetwork,
  }
}

type Form = Readonly<Record<string, string>>
const isAlert = (form: Form): boolean => (form['StatusCallback'] ?? '').includes('/webhooks/alert/')
const isToPatient = (form: Form): boolean => !isAlert(form)

function serveAlerts(alerts: TwilioRest['alerts']): void {
  const serve = (path: string, wanted: 'text' | 'call', taken: (form: ParsedUrlQuery) => object): void => {
    const scope = nock(API).persist()
    let latest = {}
    scope.on('request', (_request, _interceptor, body: string) => {
      latest = taken(parse(body))
    })
    scope
      .post(path, (form: Form) => isAlert(form) && alerts.answer[wanted] !== 'unreachable')
      .reply(() => {
        const given = alerts.answer[wanted]
        return given === null || given === 'unreachable' ? [201, latest] : [given.status, given.body]
      })
    nock(API)
      .persist()
      .post(path, (form: Form) => isAlert(form) && alerts.answer[wanted] === 'unreachable')
      .replyWithError(Object.assign(new Error('ECONNREFUSED'), { code: 'ECONNREFUSED' }))
  }
  serve(MESSAGES, 'text', (form) => {
    const count = alerts.texts.push(form as unknown as PostedText)
    return { sid: sid('SM', 0xa000 + count), status: 'queued' }
  })
  serve(CALLS, 'call', (form) => {
    const count = alerts.calls.push(form as unknown as PostedCall)
    return { sid: sid('CA', 0xa000 + count), status: 'queued' }
  })
}
