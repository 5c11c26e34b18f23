import { mergeConfig, type ViteUserConfig } from 'vitest/config'
import { config } from './vitest.config.ts'

/** Tests that take minutes: thousands of races over several processes, crashes, every code of the carrier through the sandbox. */
const { exclude: _exclude, include: _include, ...test } = config.test ?? {}
const long: ViteUserConfig = mergeConfig(
  { ...config, test },
  { test: { include: ['test/long/**/*.test.ts'] } },
)

export { long as default }
