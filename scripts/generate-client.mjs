// Generates the database client after `npm ci`, so that the first start needs nothing more.
// The schema engine is not needed to generate, but the CLI tries to download it; naming any executable
// as the engine keeps the install offline. Plain JavaScript: this runs on whatever Node the host has.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const cli = createRequire(import.meta.url).resolve('prisma/build/index.js')
const bundledNode = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')

const run = spawnSync(bundledNode, [cli, 'generate', '--schema', join('prisma', 'schema.prisma')], {
  cwd: root,
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
  encoding: 'utf8',
  shell: process.platform === 'win32',
})
if (run.status !== 0) {
  process.stderr.write(
    `The database client could not be generated. Run "npm ci" again; if it fails again, this is why:\n${run.stdout}${run.stderr}${run.error ?? ''}\n`,
  )
  process.exitCode = 1
}
