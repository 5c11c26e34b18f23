import { Router } from 'express'
import { z } from 'zod'
import type { Carrier } from '../carrier.ts'
import type { NumberRecord } from '../records.ts'
import { RestFault } from './errors.ts'
import { equals, page } from './list.ts'
import { numberShape } from './shapes.ts'

const address = z.union([z.literal(''), z.url()]).optional()
const updateFields = z.object({
  FriendlyName: z.string().max(64).optional(),
  VoiceUrl: address,
  VoiceFallbackUrl: address,
  StatusCallback: address,
  SmsUrl: address,
  SmsFallbackUrl: address,
})

export function numbersRouter(carrier: Carrier): Router {
  const router = Router()
  const { store } = carrier
  const find = (sid: string): NumberRecord => {
    const found = [...store.numbers.values()].find((number) => number.sid === sid)
    if (!found) throw new RestFault(20404, 404)
    return found
  }
  router.get('/IncomingPhoneNumbers.json', (req, res) => {
    const wanted = (number: NumberRecord): boolean =>
      equals(req, 'PhoneNumber', number.phone) && equals(req, 'FriendlyName', number.friendlyName)
    res.json(
      page(req, 'incoming_phone_numbers', { all: store.numbers.values(), wanted }, (number) =>
        numberShape(carrier, number),
      ),
    )
  })
  router.get('/IncomingPhoneNumbers/:sid.json', (req, res) => {
    res.json(numberShape(carrier, find(req.params.sid)))
  })
  router.post('/IncomingPhoneNumbers/:sid.json', (req, res) => {
    const number = find(req.params.sid)
    const wanted = updateFields.safeParse(req.body ?? {})
    if (!wanted.success) throw new RestFault(20001)
    const fields = wanted.data
    number.friendlyName = fields.FriendlyName ?? number.friendlyName
    number.voiceUrl = fields.VoiceUrl ?? number.voiceUrl
    number.voiceFallbackUrl = fields.VoiceFallbackUrl ?? number.voiceFallbackUrl
    number.statusCallback = fields.StatusCallback ?? number.statusCallback
    number.smsUrl = fields.SmsUrl ?? number.smsUrl
    number.smsFallbackUrl = fields.SmsFallbackUrl ?? number.smsFallbackUrl
    number.updatedAt = store.stamp()
    store.changed()
    res.json(numberShape(carrier, number))
  })
  return router
}
