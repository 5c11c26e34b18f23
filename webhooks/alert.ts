import { Router, type Request } from 'express'
import twilio from 'twilio'
import { z } from 'zod'
import { alertKeyPressed, type KeyAnswer } from '../src/casework/alerting/acknowledge.ts'
import { alertReported } from '../src/casework/alerting/carrier-reports.ts'
import { spokenAlert, type SpokenAlert } from '../src/casework/alerting/spoken.ts'
import type { Casework } from '../src/casework/casework.ts'
import { alertSpeech } from '../src/domain/alerting/words.ts'
import { speechOf } from '../src/domain/calling/languages.ts'
import { RETRIED } from '../src/platform/carrier/carrier.ts'
import { BadInput } from '../src/platform/errors.ts'
import { fieldsOf } from './fields.ts'
import { EMPTY_TWIML } from './twiml.ts'

/** Seconds that whoever picked up has to press the key. */
const KEY_SECONDS = 6

/** What Twilio asks and tells about the calls and texts by which those on call are alerted. */
export function alertWebhooks(deps: Casework, publicUrl: string): Router {
  const router = Router()
  router.post('/call', async (request, response) => {
    const { id } = attemptOf(request)
    response.type('text/xml').send(askingTwiml(await spokenAlert(deps, id), { publicUrl, id, turn: 1 }))
  })
  router.post('/key', async (request, response) => {
    const { id } = attemptOf(request)
    const turn = request.query['turn'] === '2' ? 2 : 1
    const { callSid, digits } = fieldsOf.keyPress(request.body)
    // Thanked is only who is on record: without an answer Twilio asks again.
    const answer = await alertKeyPressed(deps, { id, callSid, digits, turn })
    const spoken = await spokenAlert(deps, id)
    response
      .type('text/xml')
      .send(
        answer === 'again' ? askingTwiml(spoken, { publicUrl, id, turn: 2 }) : endingTwiml(spoken, answer),
      )
  })
  router.post('/call-status', async (request, response) => {
    const { callSid: sid, status } = fieldsOf.callStatus(request.body)
    await alertReported(deps, { ...attemptOf(request), means: 'call', sid, status, code: null })
    response.type('text/xml').send(EMPTY_TWIML)
  })
  router.post('/text-status', async (request, response) => {
    await alertReported(deps, {
      ...attemptOf(request),
      means: 'text',
      ...fieldsOf.textStatus(request.body),
    })
    response.type('text/xml').send(EMPTY_TWIML)
  })
  return router
}

const ATTEMPT = z.object({ alert: z.uuid(), attempt: z.coerce.number().int().min(1).catch(1) })

/** Our own opaque id stands in every address, since the carrier's may not be known here yet. */
function attemptOf(request: Request): { readonly id: string; readonly attempt: number } {
  const read = ATTEMPT.safeParse(request.query)
  if (!read.success) throw new BadInput('The address must carry ?alert= and the id of our alert.')
  return { id: read.data.alert, attempt: read.data.attempt }
}

/**
 * Says who calls and asks for the key: twice, and once more when another key or none was pressed; a mailbox presses none. The same words
 * for every delivery.
 */
function askingTwiml(
  { language, practice, urgent }: SpokenAlert,
  { publicUrl, id, turn }: { readonly publicUrl: string; readonly id: string; readonly turn: 1 | 2 },
): string {
  const { asks, bye } = alertSpeech(language, practice, urgent)
  const voice = { language: speechOf(language) }
  const response = new twilio.twiml.VoiceResponse()
  const ask = (round: 1 | 2, times: number): void => {
    const query = new URLSearchParams({ alert: id, turn: String(round) }).toString()
    const gather = response.gather({
      ...{ numDigits: 1, timeout: KEY_SECONDS, actionOnEmptyResult: false },
      action: `${publicUrl}/webhooks/alert/key?${query}${RETRIED}`,
    })
    for (let time = 0; time < times; time += 1) {
      if (time > 0) gather.pause({ length: 1 })
      gather.say(voice, asks)
    }
  }
  if (turn === 1) ask(1, 2)
  ask(2, 1)
  response.say(voice, bye)
  response.hangup()
  return response.toString()
}

function endingTwiml(
  { language, practice, urgent }: SpokenAlert,
  answer: Exclude<KeyAnswer, 'again'>,
): string {
  const response = new twilio.twiml.VoiceResponse()
  response.say({ language: speechOf(language) }, alertSpeech(language, practice, urgent)[answer])
  response.hangup()
  return response.toString()
}
