// What HTML alone cannot do: show the state of the live connection, announce new items, and ask for a missing note or
// time before the server has to. Every page works without it.
const live = document.getElementById('live')
const announcer = document.getElementById('announcer')

function connection(state) {
  if (!live || live.dataset.state === state) return
  if (state === 'lost') announcer.textContent = live.dataset.reconnecting
  live.dataset.state = state
}

if (live) {
  document.addEventListener('htmx:sse:after:connection', () => connection('on'))
  document.addEventListener('htmx:sse:before:connection', (event) => {
    if (event.detail.connection.attempt > 0) connection('lost')
  })
  document.addEventListener('htmx:sse:error', (event) => {
    // The session ended: the sign-in page is the honest answer.
    if (event.detail.status === 401) location.reload()
    connection('lost')
  })
  document.addEventListener('htmx:error', (event) => {
    if (event.target === live) connection('lost')
  })
}

let newest = 0
newest = newestShown()

function rows() {
  return [...document.querySelectorAll('[data-number]')]
}

function newestShown() {
  return rows().reduce((most, row) => Math.max(most, Number(row.dataset.number)), newest)
}

document.addEventListener('htmx:after:swap', () => {
  const fresh = rows().filter((row) => Number(row.dataset.number) > newest)
  if (fresh.length === 0) return
  newest = newestShown()
  announcer.textContent = fresh
    .map((row) =>
      live.dataset.newItem.replace('{number}', row.dataset.number).replace('{what}', row.dataset.what),
    )
    .join('. ')
  for (const row of fresh) row.classList.add('fresh')
})

// What one button needs is no fault of the next one: a complaint of ours stays on a field only for the button it was for.
document.addEventListener('click', (event) => {
  const button = event.target.closest('button')
  if (button?.type !== 'submit' || !button.form) return
  for (const each of button.form.elements) each.setCustomValidity?.('')
  const field = button.form.elements[button.dataset.needs]
  if (!field || field.value.trim() !== '' || field.validity.badInput) return
  field.setCustomValidity(button.dataset.says)
  field.reportValidity()
  event.preventDefault()
})

document.addEventListener('input', (event) => event.target.setCustomValidity?.(''))
