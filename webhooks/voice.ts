import { setTimeout as wait } from 'node:timers/promises'
import { Router, type Request, type RequestHandler } from 'express'
import { keyPressed, messageEnded } from '../src/casework/caller-keys.ts'
import type { CallOrigin } from '../src/casework/call-record.ts'
import type { Casework } from '../src/casework/casework.ts'
import { callArrived, callEnded, callFellBack, callTaken, ringingEnded } from '../src/casework/phone-calls.ts'
import {
  unrecordedArrival,
  unrecordedFallback,
  unrecordedKey,
  unrecordedMessage,
  unrecordedRinging,
} from '../src/casework/unrecorded-call.ts'
import { messageRecorded, messageTranscribed } from '../src/casework/voicemails.ts'
import { TAKE_CALL_KEY, type CallStep } from '../src/domain/calling/call-flow.ts'
import { BadInput } from '../src/platform/errors.ts'
import { fieldsOf } from './fields.ts'
import { EMPTY_TWIML, HANG_UP, voiceTwiml, whisperTwiml, type Speaker } from './twiml.ts'

/** How long a record may take before the caller is served without it; Twilio waits 15 s in all (Twilio error 11205). */
const RECORD_WITHIN_MS = 6_000

/** Twilio's voice webhooks: read the fields, record what happened, say the next step. */
export function voiceWebhooks(deps: Casework, publicUrl: string): Router {
  const router = Router()
  const asks = callAnswers(deps, publicUrl)
  router.post(
    '/incoming',
    asks((request) => fieldsOf.incomingCall(request.body), callArrived, unrecordedArrival),
  )
  router.post(
    '/dialed',
    asks((request) => fieldsOf.dialResult(request.body), ringingEnded, unrecordedRinging),
  )
  router.post('/choice', asks(withTurn, keyPressed, unrecordedKey))
  router.post('/voicemail', asks(withLanguage, messageEnded, unrecordedMessage))

  router.post('/whisper', (request, response) => {
    const { speaker, callSid } = ringingLeg(deps, request)
    response.type('text/xml').send(whisperTwiml(speaker, { publicUrl, callSid, turn: 1 }))
  })
  router.post('/taken', async (request, response) => {
    const { speaker, callSid } = ringingLeg(deps, request)
    const { digits } = fieldsOf.keyPress(request.body)
    response.type('text/xml')
    if (digits === TAKE_CALL_KEY) {
      // The two are put through whether or not it can be recorded.
      await within(deps, callSid, callTaken(deps, { callSid }))
      response.send(EMPTY_TWIML)
    } else if (request.query['turn'] === '1') {
      response.send(whisperTwiml(speaker, { publicUrl, callSid, turn: 2 }))
    } else {
      response.send(HANG_UP)
    }
  })

  router.post('/recording', async (request, response) => {
    await messageRecorded(deps, { ...fieldsOf.recordingStatus(request.body), ...languageOf(request) })
    response.type('text/xml').send(EMPTY_TWIML)
  })
  router.post('/transcription', async (request, response) => {
    await messageTranscribed(deps, { ...fieldsOf.transcription(request.body), ...languageOf(request) })
    response.type('text/xml').send(EMPTY_TWIML)
  })
  router.post('/status', async (request, response) => {
    const { at, ...end } = fieldsOf.callStatus(request.body)
    await callEnded(deps, end, at)
    response.type('text/xml').send(EMPTY_TWIML)
  })
  return router
}

/** The carrier got no answer from another address of ours. The caller is told kindly and may leave a message. */
export function callFallback(deps: Casework, publicUrl: string): RequestHandler {
  const asks = callAnswers(deps, publicUrl)
  return async (request, response, next) => {
    const { failed, onOurLeg, ...call } = fieldsOf.fallback(request.body)
    const [path = '', query] = failed.split('?')
    deps.log.error({ path }, 'the carrier got no answer from us and asked again')
    if (onOurLeg) {
      // The phone of the practice: better put it down than leave the caller with a mailbox.
      response.type('text/xml').send(HANG_UP)
      return
    }
    const turn = new URLSearchParams(query).get('turn')
    const origin = { ...call, ...(turn === null ? {} : { language: turn }) }
    const goesOn = path.includes('/voicemail')
      ? asks(() => ({ ...origin, digits: '' }), messageEnded, unrecordedMessage)
      : asks(() => origin, callFellBack, unrecordedFallback)
    await goesOn(request, response, next)
  }
}

/**
 * Answers the webhooks that a caller waits for. What cannot be recorded in time is answered from the rules alone: a caller hears a
 * greeting even while the database is down, and reconciliation finds the call in the carrier's log.
 */
function callAnswers(deps: Casework, publicUrl: string) {
  return <Facts extends CallOrigin>(
      read: (request: Request) => Facts,
      recorded: (deps: Casework, facts: Facts) => Promise<CallStep>,
      unrecorded: (deps: Casework, facts: Facts) => CallStep,
    ): RequestHandler =>
    async (request, response) => {
      const facts = read(request)
      const { callSid } = facts
      const step = (await within(deps, callSid, recorded(deps, facts))) ?? unrecorded(deps, facts)
      const speaker = 'lineId' in step ? deps.practices.line(step.lineId) : null
      response.type('text/xml').send(voiceTwiml(step, speaker, { publicUrl, callSid }))
    }
}

/** @returns what the record came to, or null when it failed or took too long; it may still be made. */
async function within<T>(deps: Casework, callSid: string, recorded: Promise<T>): Promise<T | null> {
  const timer = new AbortController()
  try {
    const late = wait(RECORD_WITHIN_MS, null, { signal: timer.signal, ref: false })
    const result = await Promise.race([recorded, late.catch(() => null)])
    if (result === null)
      deps.log.error({ callSid }, 'a call could not be recorded in time; reconciliation will look')
    return result
  } catch (error) {
    deps.log.error({ err: error, callSid }, 'a call could not be recorded; reconciliation will find it')
    return null
  } finally {
    timer.abort()
    recorded.catch(() => undefined)
  }
}

function withTurn(request: Request) {
  const { turn, round } = request.query
  const rounds = typeof round === 'string' && /^\d$/.test(round) ? Number(round) : 0
  return { ...fieldsOf.keyPress(request.body), turn: typeof turn === 'string' ? turn : '', round: rounds }
}

function withLanguage(request: Request) {
  return { ...fieldsOf.keyPress(request.body), ...languageOf(request) }
}

/** The language in which the caller goes on stands in the address. */
function languageOf(request: Request): { language?: string } {
  const { turn } = request.query
  return typeof turn === 'string' ? { language: turn } : {}
}

/** The call that a phone of the practice rings for. Both stand in the address, since the leg itself has other numbers. */
function ringingLeg(deps: Casework, request: Request): { speaker: Speaker; callSid: string } {
  const { line, call } = request.query
  const known =
    typeof line === 'string' && deps.practices.all.some(({ lines }) => lines.some(({ id }) => id === line))
  if (!known || typeof call !== 'string' || !/^CA[0-9a-f]{32}$/i.test(call))
    throw new BadInput('The address must carry ?line= and &call= as our own answer wrote them.')
  return { speaker: deps.practices.line(line), callSid: call }
}
