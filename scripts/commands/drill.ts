import { createApiKey, revokeApiKey } from '../../src/api/keys.ts'
import { loadPolicies } from '../../src/casework/policy/load.ts'
import { sandboxControl } from '../../src/sandbox/control-client.ts'
import { runDrill, type Row } from '../drill/run.ts'
import { apiReader } from '../drill/stage.ts'
import { CannotDo, readFlags, type Command, type Io } from './command.ts'
import { withDatabase } from './database.ts'

/** Plays the scripted morning against the running product and prints what was sent in, what must be there and what is. */
export const drill: Command = {
  name: 'drill',
  usage: [
    [
      'drill',
      'plays a morning of calls and texts through the running sandbox and checks what became of them',
    ],
  ],
  run: (args, io) => {
    readFlags(args, {})
    return withDatabase(io, async ({ db, config }) => {
      if (config.mode !== 'sandbox') {
        throw new CannotDo(
          'The drill moves the clock and makes up callers, so it plays in the sandbox only: unset TWILIO_ACCOUNT_SID.',
        )
      }
      const productUrl = `http://localhost:${config.port}`
      const sandbox = sandboxControl(config.twilioApiUrl)
      await mustRun(productUrl, sandbox)
      const [policy] = loadPolicies(config.clinicFile)
      const backup = policy?.lines.find(({ connect }) => connect.kind === 'backup')
      const front = policy?.lines.find(({ connect }) => connect.kind === 'front')
      const frontDesk = front?.connect.kind === 'front' ? front.connect.ring[0] : undefined
      if (!policy || !backup || !front || frontDesk === undefined) {
        throw new CannotDo(
          'The drill needs a practice with one backup line and one front line, such as the example clinic.yaml.',
        )
      }
      // Good for this drill only: it reads what callers said, so it must not stay.
      const at = new Date((await sandbox.clock()).now)
      const { id, key } = await createApiKey(db, {
        name: 'drill',
        scopes: ['licensed'],
        clinics: [policy.clinicId],
        at,
      })
      try {
        const onCall = policy.onCall.map(({ phone }) => phone)
        const lines = { backup: backup.phone, front: front.phone, frontDesk, onCall }
        const rows = await runDrill({ sandbox, api: apiReader(productUrl, key), lines }, policy)
        print(rows, io)
        return rows.every(({ passed }) => passed) ? 0 : 1
      } finally {
        await revokeApiKey(db, { id, at })
      }
    })
  },
}

async function mustRun(productUrl: string, sandbox: ReturnType<typeof sandboxControl>): Promise<void> {
  try {
    const ready = await fetch(`${productUrl}/readyz`)
    if (!ready.ok) throw new Error(`it answers ${ready.status}`)
    await sandbox.clock()
  } catch (error) {
    throw new CannotDo(
      `The product is not running at ${productUrl}: start it with "npm start" in another terminal first.`,
      {
        cause: error,
      },
    )
  }
}

function print(rows: readonly Row[], io: Io): void {
  const width = (column: 'scene' | 'sentIn'): number => Math.max(...rows.map((row) => row[column].length))
  const [scene, sentIn] = [width('scene'), width('sentIn')]
  for (const row of rows) {
    io.stdout.write(
      `${row.passed ? 'ok  ' : 'FAIL'}  ${row.scene.padEnd(scene)}  ${row.sentIn.padEnd(sentIn)}  ${row.found}\n`,
    )
    if (!row.passed)
      io.stdout.write(`      ${''.padEnd(scene)}  ${'must be'.padStart(sentIn)}  ${row.expected}\n`)
  }
  const failed = rows.filter(({ passed }) => !passed).length
  io.stdout.write(`\n${rows.length} scenes: ${rows.length - failed} as they must be, ${failed} not.\n`)
}
