/** Which failures are tried again. */
type RetryPolicy = '4xx' | '5xx' | 'ct' | 'rt'

export type WebhookTarget = {
  /** The address as it is called and signed: exactly what was configured, without the fragment. */
  readonly url: string
  readonly retries: number
  readonly retryOn: ReadonlySet<RetryPolicy>
  readonly connectMs: number
  readonly readMs: number
  readonly totalMs: number
}

const POLICIES: readonly RetryPolicy[] = ['4xx', '5xx', 'ct', 'rt']

/**
 * Reads the connection overrides that Twilio lets a customer put into a webhook URL's fragment
 * (`#rc=5&rp=all`): retries 0–5 (1), policy (ct), connect 100–10,000 ms (5,000), read and total 100–15,000 ms (15,000).
 * Values outside their range are ignored, as the carrier ignores them.
 */
export function webhookTarget(configured: string): WebhookTarget {
  const hash = configured.indexOf('#')
  const overrides = new URLSearchParams(hash < 0 ? '' : configured.slice(hash + 1))
  return {
    url: hash < 0 ? configured : configured.slice(0, hash),
    retries: numberBetween(overrides.get('rc'), 0, 5, 1),
    retryOn: retryPolicy(overrides.get('rp')),
    connectMs: numberBetween(overrides.get('ct'), 100, 10_000, 5_000),
    readMs: numberBetween(overrides.get('rt'), 100, 15_000, 15_000),
    totalMs: numberBetween(overrides.get('tt'), 100, 15_000, 15_000),
  }
}

function numberBetween(text: string | null, low: number, high: number, otherwise: number): number {
  const value = text === null || !/^\d+$/.test(text) ? Number.NaN : Number(text)
  return value >= low && value <= high ? value : otherwise
}

function retryPolicy(text: string | null): ReadonlySet<RetryPolicy> {
  if (text === null) return new Set(['ct'])
  const named = text.split(',')
  if (named.includes('all')) return new Set(POLICIES)
  const known = POLICIES.filter((policy) => named.includes(policy))
  return new Set(known.length > 0 ? known : ['ct'])
}
