import { readConfig } from '../../src/platform/config.ts'
import { findEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { createLog } from '../../src/platform/log.ts'
import { startProduct } from '../../src/product.ts'
import { startIdeal } from './ideal.ts'

/*
 * A process of its own for what is measured, so that whoever measures does not take its time away. It tells its address to the process
 * that forked it, answers each message with the processor time it has used, and ends when that one disconnects.
 */
const [what, example] = process.argv.slice(2)
const config = readConfig(process.env)
const server = what === 'ideal' ? await ideal(example ?? '') : await product()
process.once('disconnect', () => void server.close())
process.on('message', () => process.send?.({ url: server.url, cpu: cpuMilliseconds() }))
process.send?.({ url: server.url, cpu: cpuMilliseconds() })

function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

async function product() {
  const running = await startProduct(config, createLog(config.logLevel))
  return { url: config.publicUrl, close: () => running.stop() }
}

/** Beside the running product, in its database. */
async function ideal(callSid: string) {
  const databaseUrl = await findEmbeddedPostgres(config.dataDir)
  if (databaseUrl === undefined)
    throw new Error('The ideal writes into the database of the product: start that first.')
  return startIdeal(databaseUrl, callSid)
}
