import { Router, static as staticFiles } from 'express'
import helmet from 'helmet'

/** The patient's phone: a fixed document, one style sheet, one module. What it shows comes from the control API. */
export function pageRouter(): Router {
  const router = Router()
  router.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'"],
          connectSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
      // Plain http on this computer: there is no secure address to insist on.
      strictTransportSecurity: false,
    }),
  )
  router.get('/', (_req, res) => {
    res.type('html').send(DOCUMENT)
  })
  router.use('/page', staticFiles(`${import.meta.dirname}/page`, { index: false, cacheControl: false }))
  return router
}

const KEYS = [
  ['1', ''],
  ['2', 'ABC'],
  ['3', 'DEF'],
  ['4', 'GHI'],
  ['5', 'JKL'],
  ['6', 'MNO'],
  ['7', 'PQRS'],
  ['8', 'TUV'],
  ['9', 'WXYZ'],
  ['*', ''],
  ['0', '+'],
  ['#', ''],
] as const

/** Numbers from the range kept for fiction, and the two ways a withheld caller shows. */
const PEOPLE = [
  ['+14155550123', 'Ana Flores'],
  ['+14155550142', 'Ben Carter'],
  ['+15105550167', 'Mei Chen'],
  ['+12125550118', 'Rosa Díaz, out of state'],
  ['anonymous', 'Somebody withholding the number'],
] as const

const keypad = KEYS.map(
  ([key, letters]) =>
    `<button type="button" class="key" data-key="${key}"><span>${key}</span><small>${letters}</small></button>`,
).join('')

const people = PEOPLE.map(([phone, name]) => `<option value="${phone}">${name}</option>`).join('')

const DOCUMENT = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Sandbox phone</title>
<link rel="icon" href="/page/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page/page.css">
<script type="module" src="/page/page.js"></script>
</head>
<body>
<a class="skip" href="#phone">Skip to the phone</a>
<header>
  <div class="title"><h1>Sandbox phone</h1>
  <p>A stand-in for the telephone company. Nothing leaves this computer: no call is placed, no text is sent.</p></div>
  <p id="connection" role="status" hidden>The sandbox does not answer. It is being asked again.</p>
</header>
<section id="clock" aria-labelledby="clock-title" hidden>
  <h2 id="clock-title">Clock</h2>
  <p class="now"><time id="clock-time"></time> <span id="clock-day"></span></p>
  <div class="row" role="group" aria-label="Move time">
    <button type="button" id="real-now">Now</button>
    <button type="button" data-jump="60000">+1 min</button>
    <button type="button" data-jump="300000">+5 min</button>
    <button type="button" data-jump="3600000">+1 hour</button>
    <button type="button" id="next-weekday">Next weekday 10:05</button>
    <button type="button" data-jump="86400000">+1 day</button>
  </div>
  <div class="row segmented" role="group" aria-label="Speed of time">
    <button type="button" data-speed="1" aria-pressed="true">×1</button>
    <button type="button" data-speed="60" aria-pressed="false">×60</button>
    <button type="button" data-speed="600" aria-pressed="false">×600</button>
  </div>
  <form id="clock-form" class="row"><input id="clock-set" type="datetime-local" aria-label="Set the practice’s clock to" required><button>Set</button></form>
  <p id="clock-problem" class="problem" role="status" hidden></p>
</section>
<main>
  <section id="phone" aria-labelledby="phone-title" tabindex="-1">
    <h2 id="phone-title">Phone</h2>
    <div class="field"><label for="person">I am</label>
      <select id="person">${people}<option value="">Another number…</option></select>
      <input id="other-number" type="tel" inputmode="tel" placeholder="(415) 555-0199" aria-label="Another number" aria-describedby="other-problem" hidden>
      <p id="other-problem" class="problem" role="status" hidden></p></div>
    <div class="field"><label for="line">I call</label><select id="line"></select></div>
    <div id="screen">
      <p id="state" role="status">Ready to call</p>
      <ol id="heard" tabindex="0" aria-live="polite" aria-label="What you hear"></ol>
    </div>
    <div class="actions">
      <button type="button" id="call" class="go">Call</button>
      <button type="button" id="answer" class="go" hidden>Answer</button>
      <button type="button" id="skip" hidden>Wait no longer</button>
      <button type="button" id="hang-up" class="stop" hidden>Hang up</button>
    </div>
    <form id="voicemail" hidden>
      <label for="words">Speak after the tone</label>
      <textarea id="words" rows="3" placeholder="Type what the caller says" required></textarea>
      <div class="actions"><button name="then" value="stay">Say it</button>
      <button name="then" value="hang-up" class="stop">Say it and hang up</button></div>
    </form>
    <div id="keypad" role="group" aria-label="Keypad">${keypad}</div>
  </section>
  <section id="texts" aria-labelledby="texts-title">
    <h2 id="texts-title">Texts</h2>
    <p id="opted-out" class="note" hidden>This phone has opted out. Texting START lets messages through again.</p>
    <ol id="thread" tabindex="0" aria-label="Text messages" aria-live="polite"></ol>
    <p id="unusual-hour" class="quiet" hidden></p>
    <form id="compose"><label for="body" class="quiet">Text to the clinic line</label>
      <div class="row"><input id="body" autocomplete="off" maxlength="1600" placeholder="Write a text" required><button class="go">Send</button></div></form>
    <div class="row" id="chips" role="group" aria-label="Ready-made texts">
      <button type="button" class="chip" data-text="STOP">STOP</button><button type="button" class="chip" data-text="START">START</button>
      <button type="button" class="chip" data-text="HELP">HELP</button></div>
  </section>
  <section id="others" aria-labelledby="others-title">
    <h2 id="others-title">Other phones</h2>
    <p class="quiet" id="others-none">The practice’s own phones, and those of staff on call, appear here when they ring or get a text.</p>
    <ul id="others-list"></ul>
  </section>
</main>
<section id="webhooks" aria-label="Log"><details id="log">
  <summary>Webhooks sent <span id="log-count" class="count">0</span></summary>
  <div class="table" tabindex="0"><table><thead><tr><th scope="col">Time</th><th scope="col">Who</th><th scope="col">Path</th><th scope="col">About</th><th scope="col">Answer</th><th scope="col">ms</th></tr></thead><tbody id="log-rows"></tbody></table></div>
</details></section>
</body>
</html>
`
