import { tableText, type Bench } from './bench.ts'
import { clinical } from './clinical.ts'
import { imports } from './import.ts'
import { texting } from './texting.ts'
import { ticks } from './tick.ts'
import { webhooks } from './webhooks.ts'

/**
 * `npm run bench [-- name … [FILE …]]`: measures what is named, or everything, on this machine as it is. Leave it alone meanwhile.
 * Files go to the bench that takes some; they are told from names by not being one.
 */
const BENCHES: readonly Bench[] = [webhooks, texting, imports, ticks, clinical]

const args = process.argv.slice(2)
const named = BENCHES.filter(({ name }) => args.includes(name))
const files = args.filter((arg) => !BENCHES.some(({ name }) => name === arg))
if (files.length > 0 && !named.some(({ takesFiles }) => takesFiles === true)) {
  const known = BENCHES.map(({ name, about }) => `  ${name}: ${about}`).join('\n')
  process.stderr.write(
    `There is no bench ${files.join(', ')}. Name one of these, or none for all:\n${known}\n`,
  )
  process.exitCode = 1
} else {
  for (const bench of named.length > 0 ? named : BENCHES) {
    process.stdout.write(`${bench.name}: ${bench.about}\n\n`)
    for (const table of await bench.run(files)) process.stdout.write(`${tableText(table)}\n`)
  }
}
