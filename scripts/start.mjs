// The entry of the product. Plain JavaScript, so that an old Node started by hand can still say what is wrong: the rest is TypeScript,
// which Node runs itself from the version on that package.json pins, and npm scripts find.
if ('Temporal' in globalThis) {
  stopWithNpm()
  await import('../src/main.ts')
} else {
  process.stderr.write(
    `Ringback runs on the Node that its package.json names; this is ${process.version}. Start it with "npm start", or with node_modules/.bin/node.\n`,
  )
  process.exitCode = 1
}

/**
 * npm hands a SIGTERM (a service manager's stop) to its shell only, and the shell does not pass it on: the product would live on and
 * hold its ports. So when the shell that npm started it with is gone, it stops as if it had been told.
 */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 250)
  watch.unref()
}
