import { globSync, readFileSync } from 'node:fs'
import { mergeConfig, type ViteUserConfig } from 'vitest/config'
import { config } from './vitest.config.ts'

/**
 * Tests that take minutes: thousands of races over several processes, crashes, every code of the carrier through the sandbox. And those
 * of `npm test` that can be tried more often, as often as it takes to find what is rare.
 */
const { exclude: _exclude, include: _include, ...test } = config.test ?? {}
const moreOften = globSync('test/**/*.test.ts').filter((file) =>
  readFileSync(file, 'utf8').includes('/support/runs.ts'),
)
const long: ViteUserConfig = mergeConfig(
  { ...config, test },
  {
    test: {
      include: ['test/long/**/*.test.ts', ...moreOften],
      provide: { thorough: true },
      testTimeout: 120_000,
    },
  },
)

export { long as default }
