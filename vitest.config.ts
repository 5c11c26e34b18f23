import { defineConfig } from 'vitest/config'

if (!('Temporal' in globalThis)) {
  throw new Error(
    `The tests need the Node that package.json names; this is ${process.version}. Run "npm test" or "npx vitest".`,
  )
}

const config = defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    // Races and crashes over several processes take minutes: npm run test:long.
    exclude: ['test/long/**'],
    globalSetup: 'test/global-setup.ts',
    // Processes of their own: nock and signal handlers of one file cannot reach another.
    pool: 'forks',
    // Left alone, two cores would get one worker, which mostly waits for databases and processes.
    maxWorkers: '100%',
    testTimeout: 15_000,
    hookTimeout: 30_000,
  },
  server: { watch: { ignored: ['**/data/**'] } },
})

export { config, config as default }
