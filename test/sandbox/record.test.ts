import { describe, expect, test } from 'vitest'
import { callLine, LINE, PATIENT, said, startRig } from './rig.ts'

describe('Record', () => {
  const record =
    '<Record action="/voicemail" maxLength="110" timeout="4" transcribe="true" transcribeCallback="/transcription" recordingStatusCallback="/recording" recordingStatusCallbackEvent="in-progress completed absent"/>'
  const script = { '/voice': `<Say>After the tone</Say>${record}`, '/voicemail': '<Say>Thanks</Say>' }

  test('reports the message, then the recording, then what was said', async () => {
    const rig = await startRig(script)
    const call = await callLine(rig)
    expect(call.waitingFor).toBe('message')
    await rig.control.speak(call.sid, { text: 'Please call me about my appointment.', seconds: 12 })
    await rig.control.idle({ advance: true })
    expect(rig.customer.received.map((one) => one.path)).toEqual([
      '/voice',
      '/recording',
      '/voicemail',
      '/status',
      '/recording',
      '/transcription',
    ])
    const [action] = rig.customer.at('/voicemail')
    expect(action?.params).toMatchObject({ RecordingDuration: '12', CallStatus: 'in-progress' })
    expect(action?.params).not.toHaveProperty('Digits')
    const completed = rig.customer.at('/recording')[1]
    expect(completed?.params).toMatchObject({
      CallSid: call.sid,
      RecordingStatus: 'completed',
      RecordingDuration: '12',
      RecordingChannels: '1',
      RecordingSource: 'RecordVerb',
      RecordingUrl: action?.params['RecordingUrl'],
    })
    expect(completed?.params).not.toHaveProperty('From')
    expect(rig.customer.at('/transcription')[0]?.params).toMatchObject({
      TranscriptionStatus: 'completed',
      TranscriptionText: 'Please call me about my appointment.',
      RecordingSid: completed?.params['RecordingSid'],
      CallSid: call.sid,
      From: PATIENT,
    })
    expect(said(await rig.control.call(call.sid))).toEqual(['After the tone', 'Thanks'])
  })

  test('says hangup when the caller hangs up after speaking', async () => {
    const rig = await startRig(script)
    const call = await callLine(rig)
    await rig.control.speak(call.sid, { text: 'Call me back', seconds: 4, hangUp: true })
    await rig.control.idle({ advance: true })
    expect(rig.customer.at('/voicemail')[0]?.params).toMatchObject({
      Digits: 'hangup',
      CallStatus: 'completed',
      RecordingDuration: '4',
    })
    expect(rig.customer.at('/status')[0]?.params['CallDuration']).toBe('5')
    expect(rig.customer.at('/transcription')).toHaveLength(1)
    expect(said(await rig.control.call(call.sid))).toEqual(['After the tone'])
  })

  test('hears nothing when the caller hangs up at the tone', async () => {
    const rig = await startRig(script)
    const call = await callLine(rig)
    await rig.control.hangUp(call.sid)
    await rig.control.idle({ advance: true })
    expect(rig.customer.at('/recording').map((one) => one.params['RecordingStatus'])).toEqual([
      'in-progress',
      'absent',
    ])
    expect(rig.customer.at('/transcription')).toEqual([])
    expect(rig.customer.at('/voicemail')[0]?.params['Digits']).toBe('hangup')
  })

  test('keeps silence as a recording without words', async () => {
    const rig = await startRig(script)
    const call = await callLine(rig)
    await rig.control.skip(call.sid)
    await rig.control.idle({ advance: true })
    expect(rig.customer.at('/voicemail')[0]?.params).toMatchObject({ RecordingDuration: '4' })
    expect(rig.customer.at('/transcription')[0]?.params).toMatchObject({
      TranscriptionStatus: 'completed',
      TranscriptionText: '',
    })
  })

  test.each([
    { seconds: 2, note: 'two seconds are too short' },
    { seconds: 130, note: 'two minutes are too long' },
  ])('fails to transcribe because $note', async ({ seconds }) => {
    const rig = await startRig({ ...script, '/voice': record.replace('110', '200') })
    const call = await callLine(rig)
    await rig.control.speak(call.sid, { text: 'Hello there', seconds })
    await rig.control.idle({ advance: true })
    expect(rig.customer.at('/transcription')[0]?.params).toMatchObject({
      TranscriptionStatus: 'failed',
      TranscriptionText: '',
    })
  })

  test('cuts a message at the longest length', async () => {
    const rig = await startRig({ '/voice': '<Record action="/voicemail" maxLength="10"/>' })
    const call = await callLine(rig)
    await rig.control.speak(call.sid, { text: 'one two three four', seconds: 20 })
    await rig.control.idle({ advance: true })
    expect(rig.customer.at('/voicemail')[0]?.params['RecordingDuration']).toBe('10')
  })

  test('returns Spanish as English-looking noise', async () => {
    const rig = await startRig({
      ...script,
      '/voice': `<Say language="es-US">Después del tono</Say>${record}`,
    })
    const call = await callLine(rig)
    await rig.control.speak(call.sid, { text: 'Hola, necesito una cita con la doctora', seconds: 6 })
    await rig.control.idle({ advance: true })
    expect(rig.customer.at('/transcription')[0]?.params['TranscriptionText']).toBe(
      'oh la nest a seat oh oona see tap con la doctor a',
    )
  })

  test.each([
    { faults: { transcription: 'failed' as const }, texts: [''] },
    { faults: { transcription: 'never' as const }, texts: [] },
    { faults: { transcription: 'noisy' as const }, texts: ['i have chess pane'] },
    { faults: { recording: 'absent' as const }, texts: [] },
    { faults: { recording: 'failed' as const }, texts: [] },
  ])('can be told to go wrong: $faults', async ({ faults, texts }) => {
    const rig = await startRig(script)
    await rig.control.setFaults(LINE, faults)
    const call = await callLine(rig)
    await rig.control.speak(call.sid, { text: 'I have chest pain.', seconds: 8 })
    await rig.control.idle({ advance: true })
    expect(rig.customer.at('/transcription').map((one) => one.params['TranscriptionText'])).toEqual(texts)
    const last = rig.customer.at('/recording').at(-1)?.params
    expect(last?.['RecordingStatus']).toBe(faults.recording ?? 'completed')
  })

  test('tells of a failure although only completed recordings were asked for', async () => {
    const rig = await startRig({
      '/voice': '<Record action="/voicemail" recordingStatusCallback="/recording"/>',
    })
    await rig.control.setFaults(LINE, { recording: 'failed' })
    const call = await callLine(rig)
    await rig.control.speak(call.sid, { text: 'Hello there', seconds: 5, hangUp: true })
    await rig.control.idle({ advance: true })
    const [told] = rig.customer.at('/recording')
    expect(told?.params).toMatchObject({
      CallSid: call.sid,
      RecordingStatus: 'failed',
      RecordingDuration: '0',
    })
    const resource = await rig.rest('GET', `/Recordings/${told!.params['RecordingSid']!}.json`)
    expect(await resource.json()).toMatchObject({ status: 'absent', duration: '-1' })
    expect((await rig.rest('GET', `/Recordings/${told!.params['RecordingSid']!}`)).status).toBe(404)
  })
})
