import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { createLive } from './admin/live.ts'
import { createApp } from './app.ts'
import { bootstrap, SANDBOX_ACCOUNT, sessionSecret } from './installation.ts'
import { sendAlert } from './casework/alerting/send.ts'
import { createPractices, type Casework } from './casework/casework.ts'
import { listenForChanges } from './casework/changes.ts'
import { startJobs } from './casework/jobs.ts'
import { loadPolicies } from './casework/policy/load.ts'
import { createListeners } from './casework/outgoing/announce.ts'
import { deliverWebhook } from './casework/outgoing/deliver.ts'
import { storePractices } from './casework/practice-store.ts'
import { createReload, type Reloaded } from './casework/reload.ts'
import { lookUpText } from './casework/sending/look-up.ts'
import { sendText } from './casework/sending/send.ts'
import { planReconciliation } from './casework/reconcile/order.ts'
import { placeCall } from './casework/reconcile/place-call.ts'
import { placeRecording } from './casework/reconcile/place-recording.ts'
import { judgeImport } from './casework/imports/judge.ts'
import { runImport } from './casework/imports/run.ts'
import { undoImport } from './casework/imports/undo.ts'
import { keepUpImports } from './casework/imports/upkeep.ts'
import { carryOutReconciliation } from './casework/reconcile/reconcile.ts'
import { deleteOldPictures, deleteOldRecordings, forgetOldReceipts } from './casework/retention.ts'
import { startHeartbeat, watchHeartbeat } from './heartbeat.ts'
import { healthRouter } from './health.ts'
import { createAccounts, type Accounts } from './platform/accounts.ts'
import { createCarrier, RETRIED, type Carrier } from './platform/carrier/carrier.ts'
import { systemClock, virtualClock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import { closeDb, openDb } from './platform/db.ts'
import { startEmbeddedPostgres } from './platform/embedded-postgres.ts'
import type { Log } from './platform/log.ts'
import { applyMigrations } from './platform/migrations.ts'

/**
 * How long an idle connection is kept open. Proxies reuse theirs for a minute (nginx and the load balancers of the large clouds by default): one that
 * we closed first would cost them a request, perhaps a webhook.
 */
const KEEP_ALIVE_MS = 75_000

/** The running product, as main.ts and the tests see it. */
export type Product = {
  readonly casework: Casework
  readonly accounts: Accounts
  readonly port: number
  /** the stand-in for Twilio, when there are no credentials */
  readonly sandboxUrl: string | null
  /** the sandbox's example admin signs in with it, once; null with a configured admin */
  readonly signInLink: string | null
  /** Reads the clinic files again; rules with mistakes change nothing. */
  reload(): Promise<Reloaded>
  /** Stops everything in reverse order, each part waiting for what it has under way. */
  stop(): Promise<void>
}

/** Starts the product: rules, database, clock, jobs, web server, carrier, workers, heartbeat. What fails takes the rest down again. */
export async function startProduct(config: Config, log: Log): Promise<Product> {
  const started: End[] = []
  const stop = async (): Promise<void> => {
    for (const end of started.splice(0).reverse()) {
      try {
        await end()
      } catch (error) {
        log.error({ err: error }, 'a part did not stop cleanly')
      }
    }
  }
  try {
    return { ...(await startParts(config, log, (end) => started.push(end))), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

type OnStop = (end: End) => void
type End = () => Promise<void> | void

async function startParts(config: Config, log: Log, onStop: OnStop): Promise<Omit<Product, 'stop'>> {
  const policies = loadPolicies(config.clinicFile)
  const url = await database(config, log, onStop)
  await applyMigrations(url, log)
  const db = openDb(url)
  onStop(() => closeDb(db))

  const clock =
    config.sandboxClock || config.mode === 'sandbox'
      ? virtualClock(config.sandboxClock ?? systemClock.now())
      : systemClock
  if (clock.control) {
    const { control } = clock
    onStop(() => control.stop())
  }
  const practices = createPractices(policies, await storePractices(db, policies, clock.now()))
  const jobs = await startJobs({ url, clock, log })
  onStop(() => jobs.stop())
  const listeners = createListeners(db)
  await listeners.refresh()
  const casework = { db, clock, log, jobs, listeners, practices }

  const account = carrierAccount(config)
  const sandboxUrl = config.mode === 'sandbox' ? await sandbox(config, account, casework, onStop) : null
  const apiUrl = sandboxUrl ?? config.twilioApiUrl
  const carrier = createCarrier({ ...account, apiUrl })

  const live = createLive({ db, log })
  onStop(() => live.close())
  const everythingChanged = (): void => live.changed(null)
  const { clinicFile } = config
  onStop(watchHeartbeat(casework))
  const rules = createReload({ db, clock, log, practices, clinicFile, onReplaced: everythingChanged })
  onStop(
    await listenForChanges(
      url,
      (change) => {
        if (change !== null && typeof change === 'object' && 'followUpId' in change) {
          live.changed(change)
          return
        }
        everythingChanged()
        void rules.heard(change)
        // A process that cannot look now looks again at the next tick.
        listeners.refresh().catch(() => undefined)
      },
      log,
    ),
  )
  const accounts = createAccounts({ db, secret: await sessionSecret(db), baseUrl: config.publicUrl, log })
  const health = { tickExpected: config.role !== 'web' }
  const server = createServer(
    { keepAliveTimeout: KEEP_ALIVE_MS },
    config.role === 'worker'
      ? express().use(healthRouter({ casework, health }))
      : createApp({
          casework,
          accounts,
          live,
          recordings: carrier,
          pictures: carrier,
          reloadPractices: rules.reload,
          baseUrl: config.publicUrl,
          webhooks: {
            publicUrl: config.publicUrl,
            accountSid: account.accountSid,
            apiUrl,
            tokens: account.tokens,
          },
          health,
        }),
  )

  const local = config.mode === 'sandbox'
  if (config.role !== 'web')
    await startWork({ casework, carrier, publicUrl: config.publicUrl, local }, onStop)
  const firstAdmin = await bootstrap({ db, accounts, config, now: clock.now() })
  const signInLink = firstAdmin === null ? null : await accounts.createSignInLink(firstAdmin)
  // Last, so that whoever is answered meets a product that is all there.
  await listen(server, config)
  onStop(() => close(server))
  const { port } = server.address() as AddressInfo
  log.info({ mode: config.mode, role: config.role, port }, 'ringback is ready')
  return { casework, accounts, port, sandboxUrl, signInLink, reload: rules.reload }
}

/** Starts the stand-in for Twilio, with a number for every line of every practice. @returns its address */
async function sandbox(
  config: Extract<Config, { mode: 'sandbox' }>,
  account: { accountSid: string; authToken: string },
  { clock, log, practices }: Casework,
  onStop: OnStop,
): Promise<string> {
  const { startSandbox } = await import('./sandbox/server.ts')
  const webhook = (path: string): string => `${config.publicUrl}/webhooks/${path}${RETRIED}`
  const started = await startSandbox({
    port: config.sandboxPort,
    host: config.host,
    accountSid: account.accountSid,
    authToken: account.authToken,
    clock,
    log,
    stateFile: `${config.dataDir}/sandbox.json`,
    zone: practices.all[0]?.calendar.zone ?? 'UTC',
    numbers: practices.all.flatMap((policy) =>
      policy.lines.map((line) => ({
        phone: line.phone,
        friendlyName: `${policy.name}: ${line.name}`,
        voiceUrl: webhook('voice/incoming'),
        voiceFallbackUrl: webhook('fallback'),
        statusCallback: webhook('voice/status'),
        smsUrl: webhook('sms/incoming'),
        smsFallbackUrl: webhook('fallback'),
      })),
    ),
  })
  onStop(() => started.stop())
  return started.url
}

/** Everything that is done without anybody asking: sending, looking up, comparing with the carrier, the clock work. */
async function startWork(
  given: { casework: Casework; carrier: Carrier; publicUrl: string; local: boolean },
  onStop: OnStop,
): Promise<void> {
  const { casework, carrier, publicUrl, local } = given
  const { jobs } = casework
  const sending = { ...casework, carrier, publicUrl, process: randomUUID() }
  await jobs.work({
    'send-text': (messageId) => sendText(sending, messageId),
    'look-up-text': (messageId) => lookUpText(sending, messageId),
    'alert-text': (alert) => sendAlert(sending, alert, 'text'),
    'alert-call': (alert) => sendAlert(sending, alert, 'call'),
    'place-recording': (sid) => placeRecording(sending, sid),
    'place-call': (sid) => placeCall(sending, sid),
    reconcile: (order) => carryOutReconciliation(sending, order),
    'deliver-webhook': (delivery) => deliverWebhook({ ...casework, local }, delivery),
    'judge-import': (id) => judgeImport(casework, id),
    'run-import': (id) => runImport(casework, id),
    'undo-import': (id) => undoImport(casework, id),
    'delete-recordings': async () => {
      await deleteOldRecordings(sending)
      await deleteOldPictures(sending)
      await forgetOldReceipts(sending)
      await keepUpImports(casework)
    },
  })
  // What came while we were down is found at once.
  await planReconciliation(casework, 'start')
  // Before the stand-in for Twilio goes: what is being sent is sent.
  onStop(() => jobs.stop())
  onStop(startHeartbeat(casework))
}

/** Whom the carrier knows us as, and the tokens that its webhooks may be signed with. */
function carrierAccount(config: Config) {
  if (config.mode === 'sandbox') {
    const authToken = randomBytes(16).toString('hex')
    return { accountSid: SANDBOX_ACCOUNT, authToken, tokens: [authToken], messagingServiceSid: undefined }
  }
  const { authToken, authTokenNext } = config.secrets
  return {
    accountSid: config.accountSid,
    authToken,
    tokens: authTokenNext === undefined ? [authToken] : [authToken, authTokenNext],
    messagingServiceSid: config.messagingServiceSid,
  }
}

async function database(config: Config, log: Log, onStop: OnStop): Promise<string> {
  if (config.secrets.databaseUrl) return config.secrets.databaseUrl
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, log })
  onStop(() => postgres.stop())
  return postgres.url
}

async function listen(server: Server, config: Config): Promise<void> {
  server.listen(config.port, config.host)
  await once(server, 'listening')
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  // Streams to open boards never end by themselves.
  const force = setTimeout(() => server.closeAllConnections(), 2_000)
  await closed
  clearTimeout(force)
}
