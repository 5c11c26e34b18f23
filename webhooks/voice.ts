import { Router, type Response } from 'express'
import type { Casework } from '../src/casework/casework.ts'
import {
  callArrived,
  callEnded,
  keyPressed,
  messageEnded,
  ringingEnded,
} from '../src/casework/phone-calls.ts'
import { messageRecorded, messageTranscribed } from '../src/casework/voicemails.ts'
import type { CallStep } from '../src/domain/calling/call-flow.ts'
import { fieldsOf } from './fields.ts'
import { EMPTY_TWIML, voiceTwiml } from './twiml.ts'

/** Twilio's voice webhooks: read the fields, record what happened, say the next step. */
export function voiceWebhooks(deps: Casework, publicUrl: string): Router {
  const router = Router()

  const answer = async (response: Response, callSid: string, step: CallStep): Promise<void> => {
    const call = await deps.db.call.findUnique({ where: { sid: callSid }, select: { clinicId: true } })
    const policy = call && deps.practices.policy(call.clinicId)
    response.type('text/xml').send(voiceTwiml(step, policy, publicUrl))
  }

  router.post('/incoming', async (request, response) => {
    const call = fieldsOf.incomingCall(request.body)
    await answer(response, call.callSid, await callArrived(deps, call))
  })
  router.post('/dialed', async (request, response) => {
    const result = fieldsOf.dialResult(request.body)
    await answer(response, result.callSid, await ringingEnded(deps, result))
  })
  router.post('/choice', async (request, response) => {
    const press = fieldsOf.keyPress(request.body)
    const turn = request.query['turn'] === 'es' ? 'es' : 'en'
    await answer(response, press.callSid, await keyPressed(deps, { ...press, turn }))
  })
  router.post('/voicemail', async (request, response) => {
    const end = fieldsOf.keyPress(request.body)
    await answer(response, end.callSid, await messageEnded(deps, end))
  })
  router.post('/recording', async (request, response) => {
    await messageRecorded(deps, fieldsOf.recordingStatus(request.body))
    response.type('text/xml').send(EMPTY_TWIML)
  })
  router.post('/transcription', async (request, response) => {
    await messageTranscribed(deps, fieldsOf.transcription(request.body))
    response.type('text/xml').send(EMPTY_TWIML)
  })
  router.post('/status', async (request, response) => {
    await callEnded(deps, fieldsOf.callStatus(request.body))
    response.type('text/xml').send(EMPTY_TWIML)
  })
  return router
}
