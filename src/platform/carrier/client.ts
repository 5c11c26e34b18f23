import twilio from 'twilio'

/** How a request to the carrier is made: whose account, and where the API is. */
export type CarrierAccount = {
  readonly accountSid: string
  readonly authToken: string
  /** https://api.twilio.com or a stand-in */
  readonly apiUrl: string
}

/** How long a request may take before its answer counts as lost, milliseconds. */
const TIMEOUT = 8_000

/** Twilio's own client, speaking to the API or to its stand-in. */
export function twilioClient({ accountSid, authToken, apiUrl }: CarrierAccount): twilio.Twilio {
  return twilio(accountSid, authToken, { httpClient: new RedirectedClient(apiUrl) })
}

/** twilio-node has no base URL option; its transport is the documented place to choose another host. */
class RedirectedClient extends twilio.RequestClient {
  readonly #base: URL

  constructor(apiUrl: string) {
    super({ timeout: TIMEOUT })
    this.#base = new URL(apiUrl)
  }

  override request<T>(options: Parameters<twilio.RequestClient['request']>[0]) {
    const target = new URL(options.uri)
    if (target.hostname === 'api.twilio.com') {
      target.protocol = this.#base.protocol
      target.host = this.#base.host
      target.port = this.#base.port
    }
    return super.request<T>({ ...options, uri: target.href } as Parameters<
      twilio.RequestClient['request']
    >[0] & { data?: T })
  }
}
