import type {
  BecomeIdle,
  CallView,
  ClockState,
  Faults,
  LineView,
  PhoneBehaviour,
  PhoneSettings,
  RequestView,
  SendText,
  SpeakMessage,
  StartCall,
  TextView,
} from './control/schema.ts'

/** The sandbox's control API as functions. Each rejects with the API's own sentence when something is not possible. */
export type SandboxControl = {
  startCall(call: StartCall): Promise<CallView>
  call(sid: string): Promise<CallView>
  calls(): Promise<readonly CallView[]>
  press(sid: string, digits: string): Promise<CallView>
  speak(sid: string, message: SpeakMessage): Promise<CallView>
  hangUp(sid: string): Promise<CallView>
  answer(sid: string): Promise<CallView>
  decline(sid: string): Promise<CallView>
  skip(sid: string): Promise<CallView>
  sendText(text: SendText): Promise<TextView>
  /** What a phone sent and got, oldest first. */
  texts(phone: string): Promise<readonly TextView[]>
  lines(): Promise<readonly LineView[]>
  phone(phone: string): Promise<PhoneSettings>
  setPhone(phone: string, behaviour: PhoneBehaviour): Promise<PhoneSettings>
  setFaults(phone: string, faults: Faults): Promise<Faults>
  clearFaults(phone: string): Promise<void>
  /** Webhook attempts, oldest first. @param after only those with a higher id. */
  requests(after?: number): Promise<readonly RequestView[]>
  /** Resolves when nothing is under way at the carrier. */
  idle(wish?: BecomeIdle): Promise<void>
  clock(): Promise<ClockState>
  setClock(now: Date): Promise<ClockState>
  jumpClock(ms: number): Promise<ClockState>
  setSpeed(speed: number): Promise<ClockState>
}

/** @param url where the sandbox listens, such as http://127.0.0.1:3001 */
export function sandboxControl(url: string): SandboxControl {
  async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${url}/sandbox/api${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return (text === '' ? undefined : JSON.parse(text)) as T
  }
  const act = (name: string) => (sid: string) => ask<CallView>('POST', `/calls/${sid}/${name}`)
  const of = (phone: string): string => encodeURIComponent(phone)
  return {
    startCall: (call) => ask('POST', '/calls', call),
    call: (sid) => ask('GET', `/calls/${sid}`),
    calls: () => ask('GET', '/calls'),
    press: (sid, digits) => ask('POST', `/calls/${sid}/press`, { digits }),
    speak: (sid, message) => ask('POST', `/calls/${sid}/speak`, message),
    hangUp: act('hang-up'),
    answer: act('answer'),
    decline: act('decline'),
    skip: act('skip'),
    sendText: (text) => ask('POST', '/texts', text),
    texts: (phone) => ask('GET', `/phones/${of(phone)}/texts`),
    lines: () => ask('GET', '/lines'),
    phone: (phone) => ask('GET', `/phones/${of(phone)}`),
    setPhone: (phone, behaviour) => ask('PUT', `/phones/${of(phone)}`, behaviour),
    setFaults: (phone, faults) => ask('PUT', `/faults/${of(phone)}`, faults),
    clearFaults: (phone) => ask('DELETE', `/faults/${of(phone)}`),
    requests: (after = 0) => ask('GET', `/requests?after=${after}`),
    idle: (wish = {}) => ask('POST', '/idle', wish),
    clock: () => ask('GET', '/clock'),
    setClock: (now) => ask('POST', '/clock/set', { now: now.toISOString() }),
    jumpClock: (ms) => ask('POST', '/clock/jump', { ms }),
    setSpeed: (speed) => ask('POST', '/clock/speed', { speed }),
  }
}
