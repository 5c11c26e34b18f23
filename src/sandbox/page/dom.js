/** What every part of the page draws and asks with. */

export const $ = (id) => document.getElementById(id)

export function show(id, visible) {
  $(id).hidden = !visible
}

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

/** Asks the control API; rejects with its own sentence. */
export async function ask(method, path, body) {
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
