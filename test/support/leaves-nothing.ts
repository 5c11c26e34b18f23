import { afterAll, expect } from 'vitest'

/** What a test file could leave behind in its process, in which the next ones run: settings, folder, what is done at signals. */
function stateOfProcess(): object {
  const listening = (['SIGTERM', 'SIGINT', 'SIGHUP'] as const).map((name) => process.listenerCount(name))
  return { folder: process.cwd(), settings: { ...process.env }, listening }
}

const before = stateOfProcess()

// Set up first, it runs when the file has tidied up.
afterAll(() => {
  expect(stateOfProcess(), 'left behind in the process').toEqual(before)
})
