// The entry of the product. Plain JavaScript, so that an old Node started by hand can still say what is wrong: the rest is TypeScript,
// which Node runs itself from the version on that package.json pins, and npm scripts find.
if (!('Temporal' in globalThis)) {
  process.stderr.write(
    `Ringback runs on the Node that its package.json names; this is ${process.version}. Start it with "npm start", or with node_modules/.bin/node.\n`,
  )
  process.exitCode = 1
} else {
  await import('../src/main.ts')
}
