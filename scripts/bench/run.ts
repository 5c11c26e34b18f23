import { tableText, type Bench } from './bench.ts'
import { imports } from './import.ts'
import { texting } from './texting.ts'
import { ticks } from './tick.ts'
import { webhooks } from './webhooks.ts'

/** `npm run bench [-- name …]`: measures what is named, or everything, on this machine as it is. Leave it alone meanwhile. */
const BENCHES: readonly Bench[] = [webhooks, texting, imports, ticks]

const named = process.argv.slice(2)
const unknown = named.filter((name) => !BENCHES.some((bench) => bench.name === name))
if (unknown.length > 0) {
  const known = BENCHES.map(({ name, about }) => `  ${name}: ${about}`).join('\n')
  process.stderr.write(
    `There is no bench ${unknown.join(', ')}. Name one of these, or none for all:\n${known}\n`,
  )
  process.exitCode = 1
} else {
  for (const bench of BENCHES.filter(({ name }) => named.length === 0 || named.includes(name))) {
    process.stdout.write(`${bench.name}: ${bench.about}\n\n`)
    for (const table of await bench.run()) process.stdout.write(`${tableText(table)}\n`)
  }
}
