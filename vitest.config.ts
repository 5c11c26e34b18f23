import { join } from 'node:path'
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
    provide: { thorough: false },
    globalSetup: 'test/global-setup.ts',
    setupFiles: ['test/support/leaves-nothing.ts', 'test/support/same-cases.ts'],
    pool: 'forks',
    // Files share their process: loading the product anew for each of them took as long as half of the tests.
    isolate: false,
    // Left alone, two cores would get one worker, which mostly waits for databases and processes.
    maxWorkers: '100%',
    // Processes that tests start load the product faster.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules', '.cache', 'compiled') },
    // Far beyond what anything takes, since the machine may have much else to do.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 8_000 } },
  },
  server: { watch: { ignored: ['**/data/**'] } },
})

export { config, config as default }
