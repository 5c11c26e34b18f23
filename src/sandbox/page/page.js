/** The patient's phone in the browser. It asks the sandbox for an overview whenever something changed, and draws it. */

const $ = (id) => document.getElementById(id)
const saved = { person: localStorage.getItem('person'), line: localStorage.getItem('line') }

let overview = null
let heardShown = { sid: null, count: 0 }
let threadShown = ''

async function ask(method, path, body) {
  const response = await fetch(`/sandbox/api${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  const answer = response.status === 204 ? null : await response.json()
  if (!response.ok) throw new Error(answer?.error ?? `The sandbox answered ${response.status}.`)
  return answer
}

/** Runs what a button asks for and shows the new state; a refusal is shown in the phone's own words. */
async function act(work) {
  try {
    await work()
    await refresh()
  } catch (error) {
    $('state').textContent = error.message
    $('state').dataset.state = 'error'
  }
}

const person = () => $('person').value || $('other-number').value.trim()
const liveCall = () => (overview?.call?.live ? overview.call : null)

// — drawing ———————————————————————————————————————————————————————————————

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

const clockTime = (at) =>
  new Date(at).toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit', second: '2-digit' })
const shortTime = (at) =>
  new Date(at).toLocaleString('en-US', { weekday: 'short', hour: 'numeric', minute: '2-digit' })

const zoneName = (at) =>
  new Intl.DateTimeFormat('en-US', { timeZoneName: 'short' })
    .formatToParts(new Date(at))
    .find((part) => part.type === 'timeZoneName')?.value ?? ''

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
  state.textContent = live ? STATES[waiting] : call ? (ENDINGS[call.status] ?? call.status) : 'Ready to call'
  state.dataset.state = live ? waiting : 'idle'
  if (call && call.durationSeconds !== null && call.status === 'completed')
    state.textContent += ` after ${call.durationSeconds} s`
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
  show('voicemail', waiting === 'message')
  for (const key of document.querySelectorAll('.key')) key.disabled = !live || ringsHere
}

function show(id, visible) {
  $(id).hidden = !visible
}

function drawTexts() {
  const canText = person().startsWith('+')
  show('compose', canText)
  show('chips', canText)
  show('opted-out', overview.optedOut)
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
          `${text.from === mine ? `to ${lineName(text.to)}` : `from ${lineName(text.from)}`} · ${shortTime(text.at)}`,
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
  show('others-none', overview.others.length === 0)
  // Rebuilding would take the focus from a button that is about to be pressed.
  const drawn = JSON.stringify(overview.others.map((leg) => [leg.sid, leg.waitingFor, leg.heard.length]))
  if (list.dataset.drawn === drawn) return
  list.dataset.drawn = drawn
  list.replaceChildren(...overview.others.map(otherPhone))
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

function drawClock() {
  show('clock', overview.clock !== null)
  if (!overview.clock) return
  $('clock-time').textContent = clockTime(overview.clock.now)
  $('clock-time').dateTime = overview.clock.now
  $('clock-day').textContent = new Date(overview.clock.now).toLocaleDateString('en-US', {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    year: 'numeric',
  })
  $('clock-day').textContent += `, ${zoneName(overview.clock.now)}`
  for (const button of document.querySelectorAll('[data-speed]'))
    button.setAttribute('aria-pressed', String(Number(button.dataset.speed) === overview.clock.speed))
}

function drawLog() {
  $('log-count').textContent = String(overview.requests[0]?.id ?? 0)
  if (!$('log').open) return
  $('log-rows').replaceChildren(
    ...overview.requests.map((one) => {
      const good = one.status !== null && one.status < 300
      return element(
        'tr',
        {},
        element('td', {}, clockTime(one.at)),
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

function drawLines() {
  const select = $('line')
  const wanted = overview.lines.map((line) => line.phone).join()
  if (select.dataset.drawn === wanted) return
  select.dataset.drawn = wanted
  select.replaceChildren(
    ...overview.lines.map((line) =>
      element('option', { value: line.phone }, `${line.friendlyName} · ${line.phone}`),
    ),
  )
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
    drawClock()
    drawLog()
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
  act(() => ask('POST', '/calls', { from: person(), to: $('line').value, pace: 'spoken' })),
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
  await act(() => ask('POST', '/texts', { from: person(), to: $('line').value, body }))
}
$('compose').addEventListener('submit', (event) => {
  event.preventDefault()
  const body = $('body').value
  $('body').value = ''
  void sendText(body)
})
for (const chip of document.querySelectorAll('[data-text]'))
  chip.addEventListener('click', () => sendText(chip.dataset.text))

for (const button of document.querySelectorAll('[data-jump]'))
  button.addEventListener('click', () =>
    act(() => ask('POST', '/clock/jump', { ms: Number(button.dataset.jump) })),
  )
for (const button of document.querySelectorAll('[data-speed]'))
  button.addEventListener('click', () =>
    act(() => ask('POST', '/clock/speed', { speed: Number(button.dataset.speed) })),
  )
$('real-now').addEventListener('click', () =>
  act(() => ask('POST', '/clock/set', { now: new Date().toISOString() })),
)
$('next-morning').addEventListener('click', () => {
  const morning = new Date(overview.clock.now)
  if (morning.getHours() >= 9) morning.setDate(morning.getDate() + 1)
  morning.setHours(9, 0, 0, 0)
  void act(() => ask('POST', '/clock/set', { now: morning.toISOString() }))
})
$('clock-form').addEventListener('submit', (event) => {
  event.preventDefault()
  void act(() => ask('POST', '/clock/set', { now: new Date($('clock-set').value).toISOString() }))
})

function choosePerson() {
  show('other-number', $('person').value === '')
  localStorage.setItem('person', $('person').value)
  threadShown = ''
  void act(() => Promise.resolve())
}
$('person').addEventListener('change', choosePerson)
$('other-number').addEventListener('change', choosePerson)
$('line').addEventListener('change', () => {
  saved.line = $('line').value
  localStorage.setItem('line', saved.line)
})
$('log').addEventListener('toggle', () => overview && drawLog())

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
  drawClock()
}, 250)
