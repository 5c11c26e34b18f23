import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { callLine, closing, LINE, PATIENT, startCarrier, startRig, type Rig, type Script } from './rig.ts'

function startKept(script: Script): Promise<Rig> {
  return startRig(script, { stateFile: newStateFile() })
}

function newStateFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
  closing(() => rmSync(folder, { recursive: true }))
  return join(folder, 'carrier', 'state.json')
}

describe('after a restart the sandbox', () => {
  test('remembers threads, opt-outs and the settings of phones', async () => {
    const rig = await startKept({ '/sms': '<Message>Thanks</Message>' })
    await rig.control.sendText({ from: PATIENT, to: LINE, body: 'Hello' })
    await rig.control.idle({ advance: true })
    await rig.control.sendText({ from: PATIENT, to: LINE, body: 'STOP' })
    await rig.control.idle({ advance: true })
    await rig.control.setPhone('+14155550177', { pickUp: 'mailbox' })
    const before = await rig.control.texts(PATIENT)
    const again = await rig.restart()
    expect(before).toHaveLength(4)
    expect(await again.control.texts(PATIENT)).toEqual(before)
    const refused = await again.rest('POST', '/Messages.json', { From: LINE, To: PATIENT, Body: 'Hello' })
    expect(await refused.json()).toMatchObject({ code: 21610 })
    expect((await again.control.phone('+14155550177')).behaviour).toEqual({ pickUp: 'mailbox' })
  })

  test('goes on at the time where it stood', async () => {
    const rig = await startKept({})
    await rig.control.setClock(new Date('2026-03-09T16:00:00Z'))
    const again = await rig.restart()
    expect((await again.control.clock()).now).toMatch(/^2026-03-09T16:00:00/)
  })

  test('reports a call that was cut off as failed, once', async () => {
    const rig = await startKept({ '/voice': '<Gather timeout="60"/>' })
    const call = await callLine(rig)
    expect(call.waitingFor).toBe('key')
    const again = await rig.restart()
    await again.control.idle({ advance: true })
    expect(await again.control.call(call.sid)).toMatchObject({ status: 'failed', live: false })
    const third = await again.restart()
    await third.control.idle({ advance: true })
    expect(
      rig.customer.at('/status').map((one) => [one.params['CallSid'], one.params['CallStatus']]),
    ).toEqual([[call.sid, 'failed']])
  })

  test('delivers texts and transcripts that were on their way', async () => {
    const rig = await startKept({
      '/voice': '<Record action="/done" transcribe="true" transcribeCallback="/transcription"/>',
    })
    const call = await callLine(rig)
    await rig.control.speak(call.sid, { text: 'Hello there', seconds: 5, hangUp: true })
    await rig.control.idle({ advance: false, timeoutMs: 100 }).catch(() => undefined)
    await rig.rest('POST', '/Messages.json', { From: LINE, To: PATIENT, Body: 'On its way' })
    const again = await rig.restart()
    await again.control.idle({ advance: true })
    expect((await again.control.texts(PATIENT)).map((text) => text.status)).toEqual(['delivered'])
    expect(rig.customer.at('/transcription').map((one) => one.params['TranscriptionText'])).toEqual([
      'Hello there',
    ])
  })

  test('keeps a number’s new address unless it is started with other settings', async () => {
    const rig = await startKept({ '/elsewhere': '<Say>Moved</Say>' })
    const list = async (of: Rig): Promise<{ sid: string; voice_url: string }> => {
      const page = (await (
        await of.rest('GET', `/IncomingPhoneNumbers.json?PhoneNumber=${encodeURIComponent(LINE)}`)
      ).json()) as {
        incoming_phone_numbers: { sid: string; voice_url: string }[]
      }
      return page.incoming_phone_numbers[0]!
    }
    const { sid } = await list(rig)
    await rig.rest('POST', `/IncomingPhoneNumbers/${sid}.json`, { VoiceUrl: `${rig.customer.url}/elsewhere` })
    expect(await list(await rig.restart())).toMatchObject({ sid, voice_url: `${rig.customer.url}/elsewhere` })
  })
})

test('other start settings win over remembered ones', async () => {
  const stateFile = newStateFile()
  const first = await startRig({}, { stateFile })
  const voiceOf = async (rig: Rig): Promise<string> => {
    const page = (await (await rig.rest('GET', '/IncomingPhoneNumbers.json')).json()) as {
      incoming_phone_numbers: { voice_url: string }[]
    }
    return page.incoming_phone_numbers.at(-1)!.voice_url
  }
  await first.sandbox.stop()
  const moved = {
    phone: LINE,
    friendlyName: 'Main line',
    voiceUrl: 'http://127.0.0.1:1/new',
    smsUrl: 'http://127.0.0.1:1/sms',
  }
  const second = await startCarrier(first.customer, { stateFile, numbers: [moved] })
  expect(await voiceOf(second)).toBe('http://127.0.0.1:1/new')
})

test('the state file is written while the sandbox runs and is whole at any moment', async () => {
  const stateFile = newStateFile()
  const rig = await startRig({ '/sms': '' }, { stateFile })
  await rig.control.sendText({ from: PATIENT, to: LINE, body: 'Hello' })
  await expect
    .poll(() => (JSON.parse(readFileSync(stateFile, 'utf8')) as { messages: unknown[] }).messages.length)
    .toBe(1)
})

test('a file that is no state file is left alone', async () => {
  const stateFile = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'notes.json')
  writeFileSync(stateFile, '{"mine":1}')
  await expect(startRig({}, { stateFile })).rejects.toThrow('not a readable sandbox state file')
  expect(readFileSync(stateFile, 'utf8')).toBe('{"mine":1}')
})
