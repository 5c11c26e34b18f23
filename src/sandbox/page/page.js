/** The patient's phone in the browser. It asks the sandbox for an overview whenever something changed, and draws it. */

import { drawClock, drawHour, wireClock } from './clock.js'
import { $, ask, element, show } from './dom.js'
import { drawLog } from './log.js'
import { shortTime } from './times.js'

const saved = { person: localStorage.getItem('person'), line: localStorage.getItem('line') }

let overview = null
let heardShown = { sid: null, count: 0 }
let threadShown = ''
/** The number behind “Another number”, once the sandbox took it for one. */
let otherNumber = 'anonymous'
/** What the phone could not do; shown until something else happens on it. */
let complaint = null
let stateShown = ''

/** Runs what a button of the phone asks for and shows the new state; a refusal is shown in the phone's own words. */
async function act(work) {
  complaint = null
  try {
    await work()
  } catch (error) {
    complaint = error.message
  }
  await refresh().catch(() => undefined)
}

const person = () => $('person').value || otherNumber
const liveCall = () => (overview?.call?.live ? overview.call : null)

// — drawing ———————————————————————————————————————————————————————————————

const STATES = {
  answer: 'Your phone is ringing',
  key: 'Press a key, or wait',
  message: 'Recording: speak now',
  ringing: 'Ringing…',
  talk: 'You are talking',
  nothing: 'On the line…',
}
const ENDINGS = {
  completed: 'The call has ended',
  busy: 'The line is busy',
  'no-answer': 'Nobody answered',
  canceled: 'You hung up before anyone answered',
  failed: 'The call failed',
}
const SPEAKERS = {
  say: 'Voice',
  play: 'Plays a sound',
  pause: 'Silence',
  ringing: 'Ringing',
  connected: 'Connected',
  tone: 'Tone',
  key: 'You press',
  message: 'You say',
  notice: 'Note',
}
const LANGUAGES = { en: 'English', es: 'Spanish' }

function languageName(code) {
  return LANGUAGES[code.slice(0, 2)] ?? code
}

function heardLine(line) {
  const item = element('li', { className: `heard heard-${line.kind}` })
  const who = element('span', { className: 'who' }, SPEAKERS[line.kind] ?? line.kind)
  if (line.language) who.append(element('span', { className: 'language' }, languageName(line.language)))
  const text = element('p', {}, line.kind === 'tone' ? '♪' : line.text)
  if (line.language) text.lang = line.language
  item.append(who, text)
  return item
}

function drawCall() {
  const call = overview.call
  const live = liveCall()
  const waiting = live?.waitingFor
  const state = $('state')
  let words = live ? STATES[waiting] : call ? (ENDINGS[call.status] ?? call.status) : 'Ready to call'
  if (call && call.durationSeconds !== null && call.status === 'completed')
    words += ` after ${call.durationSeconds} s`
  if (words !== stateShown) complaint = null
  stateShown = words
  state.textContent = complaint ?? words
  state.dataset.state = complaint ? 'error' : live ? waiting : 'idle'
  const list = $('heard')
  if (heardShown.sid !== (call?.sid ?? null)) {
    list.replaceChildren()
    heardShown = { sid: call?.sid ?? null, count: 0 }
  }
  for (const line of (call?.heard ?? []).slice(heardShown.count)) list.append(heardLine(line))
  if (heardShown.count !== (call?.heard.length ?? 0)) list.scrollTop = list.scrollHeight
  heardShown.count = call?.heard.length ?? 0

  const ringsHere = waiting === 'answer'
  show('call', !live)
  show('answer', ringsHere)
  show('hang-up', Boolean(live))
  $('hang-up').textContent = ringsHere ? 'Decline' : 'Hang up'
  show('skip', Boolean(live) && !ringsHere && waiting !== 'talk')
  $('skip').textContent = waiting === 'message' ? 'Stay silent' : 'Wait no longer'
  show('voicemail', waiting === 'message')
  for (const key of document.querySelectorAll('.key')) key.disabled = !live || ringsHere
}

function drawTexts() {
  const canText = person().startsWith('+')
  show('compose', canText)
  show('chips', canText)
  show('opted-out', overview.optedOut)
  drawHour(overview)
  const thread = $('thread')
  const drawn = JSON.stringify(overview.texts.map((text) => text.sid))
  if (drawn === threadShown) return
  threadShown = drawn
  const mine = person()
  thread.replaceChildren(
    ...overview.texts.map((text) =>
      element(
        'li',
        { className: text.from === mine ? 'text sent' : 'text got' },
        element('p', {}, text.body),
        element(
          'span',
          { className: 'who' },
          `${text.from === mine ? `to ${lineName(text.to)}` : `from ${lineName(text.from)}`} · ${shortTime(overview.zone, text.at)}`,
        ),
      ),
    ),
  )
  if (overview.texts.length === 0) thread.append(element('li', { className: 'empty' }, 'No texts yet'))
  thread.scrollTop = thread.scrollHeight
}

const lineName = (phone) => overview.lines.find((line) => line.phone === phone)?.friendlyName ?? phone

function drawOthers() {
  const list = $('others-list')
  show('others-none', overview.others.length + overview.otherTexts.length === 0)
  // Rebuilding would take the focus from a button that is about to be pressed.
  const drawn = JSON.stringify([
    overview.others.map((leg) => [leg.sid, leg.waitingFor, leg.heard.length]),
    overview.otherTexts.map((text) => text.sid),
  ])
  if (list.dataset.drawn === drawn) return
  list.dataset.drawn = drawn
  list.replaceChildren(...overview.others.map(otherPhone), ...overview.otherTexts.map(otherText))
}

function otherText(text) {
  return element(
    'li',
    { className: 'other' },
    element('strong', {}, text.to),
    element('span', { className: 'who' }, `got a text · ${shortTime(overview.zone, text.at)}`),
    element('p', {}, text.body),
  )
}

function otherPhone(leg) {
  const button = (label, className, work) => {
    const made = element('button', { type: 'button', className }, label)
    made.addEventListener('click', () => act(work))
    return made
  }
  const actions = element('div', { className: 'actions' })
  const sid = leg.sid
  if (leg.waitingFor === 'answer')
    actions.append(
      button('Answer', 'go', () => ask('POST', `/calls/${sid}/answer`)),
      button('Decline', 'stop', () => ask('POST', `/calls/${sid}/decline`)),
    )
  else {
    if (leg.waitingFor === 'key')
      for (const key of ['1', '2', '#'])
        actions.append(button(key, 'chip', () => ask('POST', `/calls/${sid}/press`, { digits: key })))
    actions.append(button('Hang up', 'stop', () => ask('POST', `/calls/${sid}/hang-up`)))
  }
  const last = leg.heard.at(-1)
  const lines = leg.heard.filter((line) => line.kind === 'say' || line.kind === 'connected').slice(-2)
  return element(
    'li',
    { className: leg.waitingFor === 'answer' ? 'other rings' : 'other' },
    element('strong', {}, leg.person),
    element(
      'span',
      { className: 'who' },
      leg.waitingFor === 'answer'
        ? `rings: call from ${leg.from}`
        : (STATES[leg.waitingFor] ?? last?.text ?? ''),
    ),
    ...lines.map((line) => element('p', {}, line.text)),
    actions,
  )
}

function drawLines() {
  const select = $('line')
  const wanted = overview.lines.map((line) => line.phone).join()
  if (select.dataset.drawn === wanted) return
  select.dataset.drawn = wanted
  select.replaceChildren()
  // “Practice: Line”. The line's own name has to be seen where the box is narrow.
  const byPractice = Map.groupBy(overview.lines, (line) => /^(.*?): /.exec(line.friendlyName)?.[1] ?? '')
  for (const [practice, lines] of byPractice) {
    const options = lines.map(({ phone, friendlyName }) => {
      const name = practice === '' ? friendlyName : friendlyName.slice(practice.length + 2)
      return element('option', { value: phone }, `${name} · ${phone}`)
    })
    select.append(...(practice === '' ? options : [element('optgroup', { label: practice }, ...options)]))
  }
  if (overview.lines.some((line) => line.phone === saved.line)) select.value = saved.line
}

// — asking ————————————————————————————————————————————————————————————————

let asking = false
let askAgain = false

async function refresh() {
  if (asking) {
    askAgain = true
    return
  }
  asking = true
  try {
    overview = await ask('GET', `/overview?phone=${encodeURIComponent(person())}`)
    drawLines()
    drawCall()
    drawTexts()
    drawOthers()
    drawClock(overview)
    drawLog(overview)
  } finally {
    asking = false
  }
  if (askAgain) {
    askAgain = false
    await refresh()
  }
}

// — acting ————————————————————————————————————————————————————————————————

$('call').addEventListener('click', () =>
  act(async () => {
    if (await readOtherNumber())
      await ask('POST', '/calls', { from: person(), to: $('line').value, pace: 'spoken' })
  }),
)
$('answer').addEventListener('click', () => act(() => ask('POST', `/calls/${overview.call.sid}/answer`)))
$('hang-up').addEventListener('click', () => act(() => ask('POST', `/calls/${overview.call.sid}/hang-up`)))
$('skip').addEventListener('click', () => act(() => ask('POST', `/calls/${overview.call.sid}/skip`)))
$('keypad').addEventListener('click', (event) => {
  const key = event.target.closest('.key')
  if (key) void press(key.dataset.key)
})

async function press(digits) {
  const call = liveCall()
  if (call) await act(() => ask('POST', `/calls/${call.sid}/press`, { digits }))
}

// The computer's own keys work as the keypad, except while something is being typed.
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select'))
    return
  if (/^[0-9*#]$/.test(event.key)) void press(event.key)
})

$('voicemail').addEventListener('submit', (event) => {
  event.preventDefault()
  const hangUp = event.submitter?.value === 'hang-up'
  void act(async () => {
    await ask('POST', `/calls/${overview.call.sid}/speak`, { text: $('words').value, hangUp })
    $('words').value = ''
  })
})

async function sendText(body) {
  await act(async () => {
    if (await readOtherNumber()) await ask('POST', '/texts', { from: person(), to: $('line').value, body })
  })
}
$('compose').addEventListener('submit', (event) => {
  event.preventDefault()
  const body = $('body').value
  $('body').value = ''
  void sendText(body)
})
for (const chip of document.querySelectorAll('[data-text]'))
  chip.addEventListener('click', () => sendText(chip.dataset.text))

wireClock(() => refresh().catch(() => undefined))

/** Has the sandbox read what stands in “Another number”: shows what it made of it, or why it is none. */
async function readOtherNumber() {
  if ($('person').value !== '') return true
  const typed = $('other-number').value
  try {
    otherNumber = (await ask('GET', `/caller?typed=${encodeURIComponent(typed)}`)).phone
  } catch (error) {
    otherNumber = 'anonymous'
    $('other-problem').textContent = error.message
    show('other-problem', true)
    return false
  }
  if (otherNumber.startsWith('+')) $('other-number').value = otherNumber
  show('other-problem', false)
  return true
}

function choosePerson() {
  show('other-number', $('person').value === '')
  show('other-problem', false)
  localStorage.setItem('person', $('person').value)
  threadShown = ''
  void act(readOtherNumber)
}
$('person').addEventListener('change', choosePerson)
$('other-number').addEventListener('change', choosePerson)
// Already here: if it went when the field is left, the button being pressed would move away from under the pointer.
$('other-number').addEventListener('input', () => show('other-problem', false))
$('line').addEventListener('change', () => {
  saved.line = $('line').value
  localStorage.setItem('line', saved.line)
})
$('log').addEventListener('toggle', () => overview && drawLog(overview))

if (saved.person !== null && [...$('person').options].some((option) => option.value === saved.person))
  $('person').value = saved.person
show('other-number', $('person').value === '')

// The newest text stays in sight when the thread's box changes its size.
new ResizeObserver(() => ($('thread').scrollTop = $('thread').scrollHeight)).observe($('thread'))

const events = new EventSource('/sandbox/api/events')
events.addEventListener('changed', () => void refresh().catch(() => undefined))
events.addEventListener('open', () => {
  show('connection', false)
  void refresh().catch(() => undefined)
})
events.addEventListener('error', () => show('connection', true))

// Between two changes the shown time runs on by itself.
setInterval(() => {
  if (!overview?.clock || overview.clock.speed === 0) return
  overview.clock.now = new Date(
    new Date(overview.clock.now).getTime() + 250 * overview.clock.speed,
  ).toISOString()
  drawClock(overview)
}, 250)
