import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import express from 'express'
import twilio from 'twilio'
import { afterEach } from 'vitest'
import { virtualClock } from '../../src/platform/clock.ts'
import { createLog } from '../../src/platform/log.ts'
import { sandboxControl, type SandboxControl } from '../../src/sandbox/control-client.ts'
import type { CallView } from '../../src/sandbox/control/schema.ts'
import { startSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/server.ts'

export const ACCOUNT = 'AC0123456789abcdef0123456789abcdef'
export const TOKEN = 'sandbox-token'
export const LINE = '+14155550100'
export const SECOND_LINE = '+14155550101'
export const PATIENT = '+14155550123'
export const DESK = '+14155550177'

type Received = {
  readonly path: string
  readonly query: string
  readonly params: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** The signature matches what the carrier's own library expects over the called address. */
  readonly signed: boolean
}
type Reply = {
  readonly status?: number
  readonly twiml?: string
  readonly type?: string
  readonly location?: string
}
export type Script = Readonly<Record<string, string | Reply | ((received: Received) => string | Reply)>>

export type Customer = {
  readonly url: string
  readonly received: Received[]
  /** Requests that came to one path, oldest first. */
  at(path: string): readonly Received[]
  stop(): Promise<void>
}

/** A tiny customer of the carrier: answers each path with what the script says (`never`: not at all) and keeps what it was sent. */
export async function startCustomer(script: Script, port = 0): Promise<Customer> {
  const received: Received[] = []
  const app = express()
  app.use(express.urlencoded({ extended: false }))
  app.use((req, res) => {
    const params = (req.body ?? {}) as Record<string, string>
    const base = `http://${req.get('host') ?? ''}`
    const one: Received = {
      path: req.path,
      query: req.originalUrl.split('?')[1] ?? '',
      params: req.method === 'GET' ? (req.query as Record<string, string>) : params,
      headers: req.headers,
      signed: twilio.validateRequest(
        TOKEN,
        req.get('x-twilio-signature') ?? '',
        base + req.originalUrl,
        req.method === 'GET' ? {} : params,
      ),
    }
    received.push(one)
    const entry = script[req.path]
    if (entry === 'never') return
    const reply = typeof entry === 'function' ? entry(one) : entry
    const { status, twiml, type, location } = typeof reply === 'string' ? { twiml: reply } : (reply ?? {})
    res.status(status ?? 200).type(type ?? 'text/xml')
    if (location) res.set('location', location)
    res.send(
      twiml === undefined ? '' : twiml.startsWith('<Response') ? twiml : `<Response>${twiml}</Response>`,
    )
  })
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    at: (path) => received.filter((one) => one.path === path),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export type Rig = {
  readonly sandbox: Sandbox
  readonly customer: Customer
  readonly control: SandboxControl
  readonly clock: ReturnType<typeof virtualClock>
  readonly account: string
  /** Asks the REST API with the account's credentials. */
  rest(method: string, path: string, form?: Record<string, string>): Promise<Response>
  restart(): Promise<Rig>
}

const opened: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})
/** Closes something when the test is over. */
export function closing(close: () => Promise<void> | void): void {
  opened.push(close)
}

/** A sandbox on a clock that stands still, and a customer with a script for `/voice`, `/sms`, `/status` and more. */
export async function startRig(script: Script, options: Partial<SandboxOptions> = {}): Promise<Rig> {
  const customer = await startCustomer(script)
  closing(() => customer.stop())
  return startCarrier(customer, options)
}

export async function startCarrier(customer: Customer, options: Partial<SandboxOptions> = {}): Promise<Rig> {
  const clock = virtualClock(new Date('2026-03-02T17:00:00Z'))
  clock.control.setSpeed(0)
  const number = (phone: string, friendlyName: string): SandboxOptions['numbers'][number] => ({
    phone,
    friendlyName,
    voiceUrl: `${customer.url}/voice`,
    statusCallback: `${customer.url}/status`,
    smsUrl: `${customer.url}/sms`,
  })
  const sandbox = await startSandbox({
    port: 0,
    host: '127.0.0.1',
    accountSid: ACCOUNT,
    authToken: TOKEN,
    clock,
    log: createLog('silent'),
    numbers: [number(LINE, 'Main line'), number(SECOND_LINE, 'Second line')],
    ...options,
  })
  const stop = async (): Promise<void> => {
    await sandbox.stop()
    clock.control.stop()
  }
  let running = true
  closing(async () => {
    if (running) await stop()
  })
  const account = `${sandbox.url}/2010-04-01/Accounts/${ACCOUNT}`
  return {
    sandbox,
    customer,
    clock,
    account,
    control: sandboxControl(sandbox.url),
    rest: (method, path, form) =>
      fetch(`${account}${path}`, {
        method,
        headers: { authorization: `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}` },
        ...(form ? { body: new URLSearchParams(form) } : {}),
      }),
    restart: async () => {
      await stop()
      running = false
      return startCarrier(customer, options)
    },
  }
}

/** Starts a call from the patient to the main line and waits until the carrier has nothing more to do by itself. */
export async function callLine(rig: Rig, call: { from?: string; to?: string } = {}): Promise<CallView> {
  const { sid } = await rig.control.startCall({ from: call.from ?? PATIENT, to: call.to ?? LINE })
  await rig.control.idle({ advance: true })
  return rig.control.call(sid)
}

/** What was said, played or shown to the person on a call. */
export function said(call: CallView): readonly string[] {
  return call.heard.filter((line) => line.kind === 'say').map((line) => line.text)
}

/** The carrier's own client with nothing changed but where it connects. */
export function clientOf(rig: Rig): twilio.Twilio {
  type Options<T> = Parameters<typeof twilio.RequestClient.prototype.request<T>>[0]
  class Redirected extends twilio.RequestClient {
    override request<T>(options: Options<T>): ReturnType<typeof twilio.RequestClient.prototype.request<T>> {
      const uri = new URL(options.uri)
      const target = new URL(rig.sandbox.url)
      uri.protocol = target.protocol
      uri.host = target.host
      return super.request<T>({ ...options, uri: uri.href })
    }
  }
  return twilio(ACCOUNT, TOKEN, { httpClient: new Redirected() })
}
