/**
 * `npm run ringback -- <command>`: what operators do beside the running product; `help` lists it. Whatever needs the pinned
 * Node is loaded only after this one turned out to be new enough.
 */
if ('Temporal' in globalThis) {
  // Whoever reads our output may stop early, as `head` does: the rest is then not wanted.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
  const { ringback } = await import('./commands/command-line.ts')
  const { stdin, stdout, stderr, env } = process
  process.exitCode = await ringback(process.argv.slice(2), { stdin, stdout, stderr, env })
} else {
  process.stderr.write(
    `This is Node ${process.version}, which is too old for Ringback: it needs Node 26. Type "npm run ringback -- <command>" ` +
      'in the project folder instead of starting the script by hand: npm takes the Node that is installed with the project.\n',
  )
  process.exitCode = 1
}
