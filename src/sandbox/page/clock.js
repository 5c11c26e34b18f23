import { $, ask, show } from './dom.js'
import { inZone, zoneName } from './times.js'

export function drawClock(overview) {
  show('clock', overview.clock !== null)
  if (!overview.clock) return
  const { zone } = overview
  const { now } = overview.clock
  $('clock-time').textContent = inZone(zone, now, { hour: 'numeric', minute: '2-digit' })
  $('clock-time').dateTime = now
  $('clock-day').textContent =
    `${inZone(zone, now, { weekday: 'long', month: 'long', day: 'numeric' })} · ${zoneName(zone, now)}`
  $('clock-set').title = `The practice’s time, ${zoneName(zone, now)}`
  for (const button of document.querySelectorAll('[data-speed]'))
    button.setAttribute('aria-pressed', String(Number(button.dataset.speed) === overview.clock.speed))
}

/** Why no text comes although a call was missed. */
export function drawHour(overview) {
  const unusual = !overview.usualTextingTime
  show('unusual-hour', unusual)
  if (!unusual) return
  const { zone } = overview
  const { now } = overview.clock ?? overview
  const time = inZone(zone, now, { hour: 'numeric', minute: '2-digit' })
  const what = `It is ${inZone(zone, now, { weekday: 'long' })}, ${time} at the practice. Texts usually leave on weekdays between 10:00 AM and 5:00 PM`
  const advice = overview.clock ? ': move the clock with “Next weekday 10:05”.' : '.'
  if ($('unusual-hour').textContent !== what + advice) $('unusual-hour').textContent = what + advice
}

/** Makes the panel's buttons move time. A refusal is shown beside them. @param moved runs after each move. */
export function wireClock(moved) {
  const moveClock = async (path, body) => {
    try {
      await ask('POST', `/clock/${path}`, body)
      show('clock-problem', false)
    } catch (error) {
      $('clock-problem').textContent = error.message
      show('clock-problem', true)
    }
    await moved()
  }
  for (const button of document.querySelectorAll('[data-jump]'))
    button.addEventListener('click', () => moveClock('jump', { ms: Number(button.dataset.jump) }))
  for (const button of document.querySelectorAll('[data-speed]'))
    button.addEventListener('click', () => moveClock('speed', { speed: Number(button.dataset.speed) }))
  $('real-now').addEventListener('click', () => moveClock('set', { now: new Date().toISOString() }))
  $('next-weekday').addEventListener('click', () => moveClock('next-weekday'))
  $('clock-form').addEventListener('submit', (event) => {
    event.preventDefault()
    moveClock('set', { local: $('clock-set').value })
  })
}
