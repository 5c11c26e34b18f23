import { $, element } from './dom.js'
import { logTime } from './times.js'

export function drawLog(overview) {
  $('log-count').textContent = String(overview.requests[0]?.id ?? 0)
  if (!$('log').open) return
  $('log-rows').replaceChildren(
    ...overview.requests.map((one) => {
      const good = one.status !== null && one.status < 300
      return element(
        'tr',
        {},
        element('td', {}, logTime(overview.zone, one.at)),
        element('td', {}, whoIs(one.who)),
        element('td', {}, element('code', {}, one.path), one.attempt > 1 ? ` attempt ${one.attempt}` : ''),
        element('td', {}, describe(one.parameters)),
        element(
          'td',
          { className: good ? 'good' : 'bad' },
          one.status === null ? one.problem : String(one.status),
        ),
        element('td', {}, String(one.ms)),
      )
    }),
  )
}

/** The end of a phone number, or why there is none. */
function whoIs(phone) {
  if (phone === null) return 'unknown'
  return /^\+\d+$/.test(phone) ? `…${phone.slice(-4)}` : 'withheld'
}

/** What a webhook was about, in one or two words. */
function describe(parameters) {
  const word =
    parameters.TranscriptionStatus ??
    parameters.RecordingStatus ??
    parameters.DialCallStatus ??
    parameters.MessageStatus ??
    (parameters.Digits
      ? parameters.Digits === 'hangup'
        ? 'hang-up'
        : `key ${parameters.Digits}`
      : undefined) ??
    parameters.SmsStatus ??
    parameters.CallStatus ??
    ''
  return word
}
