import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { ringback } from '../../scripts/commands/command-line.ts'

/** Runs one command line as `npm run ringback --` does, with these settings and no others. */
export async function run(
  args: readonly string[],
  given: { env?: Record<string, string>; stdin?: string | Buffer } = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  const stdin = new PassThrough()
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  stdin.end(given.stdin ?? '')
  const output = Promise.all([text(stdout), text(stderr)])
  try {
    const code = await ringback(args, { stdin, stdout, stderr, env: given.env ?? {} })
    stdout.end()
    stderr.end()
    const [out, err] = await output
    return { code, stdout: out, stderr: err }
  } finally {
    stdout.end()
    stderr.end()
  }
}
