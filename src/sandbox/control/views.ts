import type { Carrier } from '../carrier.ts'
import type { CallRecord, MessageRecord } from '../records.ts'
import type { Exchange } from '../voice/exchange.ts'
import type { WebhookLogEntry } from '../webhook-sender.ts'
import { isUsualTextingTime } from './practice-time.ts'
import type { CallView, Overview, TextView } from './schema.ts'

const TEXTS_SHOWN = 100
const REQUESTS_SHOWN = 60

export function viewCall(exchange: Exchange, call: CallRecord): CallView {
  const leg = exchange.live.get(call.sid)
  return {
    sid: call.sid,
    parentSid: call.parentSid,
    from: call.from,
    to: call.to,
    direction: call.direction,
    status: call.status,
    createdAt: call.createdAt,
    endedAt: call.endedAt,
    durationSeconds: call.durationSeconds,
    person: call.direction === 'inbound' ? call.from : call.to,
    live: leg !== undefined && !leg.gone,
    waitingFor: leg?.gone === false ? (leg.wait?.for ?? 'nothing') : 'nothing',
    heard: call.heard,
    warnings: call.warnings,
  }
}

export function viewText(message: MessageRecord): TextView {
  return {
    sid: message.sid,
    from: message.from,
    to: message.to,
    body: message.shown,
    media: message.media,
    direction: message.direction,
    status: message.status,
    errorCode: message.errorCode,
    at: message.sentAt ?? message.createdAt,
  }
}

/** What a phone sent and got, oldest first. Texts still on their way, or lost, are not on it. */
export function textsOf(carrier: Carrier, phone: string): readonly TextView[] {
  return [...carrier.store.messages.values()]
    .filter((message) => message.from === phone || (message.to === phone && message.status === 'delivered'))
    .map(viewText)
}

export function viewOverview(
  carrier: Carrier,
  exchange: Exchange,
  { phone, zone }: { readonly phone: string; readonly zone: string },
): Overview {
  const { store, clock } = carrier
  const calls = [...store.calls.values()].map((call) => viewCall(exchange, call))
  const mine = calls.filter((call) => call.person === phone)
  return {
    clock: clock.control?.state() ?? null,
    now: store.stamp(),
    zone,
    usualTextingTime: isUsualTextingTime(clock.now(), zone),
    lines: [...store.numbers.values()].map((number) => ({
      phone: number.phone,
      friendlyName: number.friendlyName,
    })),
    optedOut: store.optOuts.has(phone),
    call: mine.findLast((call) => call.live) ?? mine.at(-1) ?? null,
    texts: textsOf(carrier, phone).slice(-TEXTS_SHOWN),
    others: calls.filter((call) => call.live && call.person !== phone),
    otherTexts: textsToOthers(carrier, phone),
    requests: carrier.webhooks
      .log()
      .slice(-REQUESTS_SHOWN)
      .toReversed()
      .map((entry) => ({ ...entry, who: whose(carrier, entry) })),
  }
}

/** How long ago a text to another phone may have come, milliseconds of the clock, and how many are shown. */
const LATELY_MS = 30 * 60_000
const OTHER_TEXTS_SHOWN = 3

function textsToOthers({ store, clock }: Carrier, phone: string): readonly TextView[] {
  const since = clock.now().getTime() - LATELY_MS
  return [...store.messages.values()]
    .filter(({ to, status }) => to !== phone && !store.numbers.has(to) && status === 'delivered')
    .map(viewText)
    .filter(({ at }) => Date.parse(at) > since)
    .slice(-OTHER_TEXTS_SHOWN)
}

/** The person a webhook was about: the side of the call or text that is not a clinic line. */
function whose({ store }: Carrier, { parameters }: WebhookLogEntry): string | null {
  const call = store.calls.get(parameters['CallSid'] ?? '')
  const sides = [parameters['From'], parameters['To'], call?.from, call?.to]
  return sides.find((side) => side !== undefined && side !== '' && !store.numbers.has(side)) ?? null
}
