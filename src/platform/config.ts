import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { z } from 'zod'
import { likelyTypos } from './likely-typos.ts'

/** What the environment says, read once at the start. Printing it shows no secret. */
export type Config = Settings & (Sandbox | WithCarrier)

interface Settings {
  readonly role: 'all' | 'web' | 'worker'
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  /**
   * The address to listen on. 127.0.0.1 as long as the carrier is a stand-in on this machine, since everything is then
   * for the person in front of it; 0.0.0.0 with a real carrier, whose calls come in through a proxy or a container's door.
   */
  readonly host: string
  readonly port: number
  /** What the carrier calls and signs, without a slash at the end. */
  readonly publicUrl: string
  /** Absolute. Holds the embedded database. */
  readonly dataDir: string
  /** Absolute; a YAML file or a folder of them. */
  readonly clinicFile: string
  /** Where the carrier's REST interface is, without a slash at the end. */
  readonly twilioApiUrl: string
  /** The instant from which the product's time runs; undefined: real time. */
  readonly sandboxClock: Date | undefined
}

/** No carrier credentials were given: we stand in for the carrier ourselves. */
interface Sandbox {
  readonly mode: 'sandbox'
  readonly sandboxPort: number
  readonly secrets: Secrets
}

/** Credentials were given. The carrier behind `twilioApiUrl` may still be a stand-in. */
interface WithCarrier {
  readonly mode: 'carrier'
  readonly accountSid: string
  readonly messagingServiceSid: string | undefined
  readonly secrets: Secrets & {
    readonly authToken: string
    /** the token that is to follow, accepted as well while rotating */
    readonly authTokenNext: string | undefined
  }
}

/** Kept apart from the rest: not listed among its properties, and printed as "[secret]". */
interface Secrets {
  /** undefined: the embedded database */
  readonly databaseUrl: string | undefined
  readonly bootstrapAdmin: { readonly email: string; readonly password: string } | undefined
  readonly bootstrapApiKey: string | undefined
}

/** Lists everything that is wrong with the environment, a line each. */
export class ConfigError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(
      `Ringback cannot start with these settings:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
    )
    this.name = 'ConfigError'
    this.problems = problems
  }
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const TWILIO = 'https://api.twilio.com'

/** A setting: what it must look like, and in words what was expected and what to do. */
const text = (form: RegExp, expected: string): z.ZodString => z.string().regex(form, expected)
const port = (usual: number): z.ZodPipe<z.ZodString, z.ZodTransform<number, string>> =>
  text(/^[1-9]\d{0,4}$/, `a whole number from 1 to 65535; leave it out for ${usual}`)
    .refine((value) => Number(value) <= 65_535, `a whole number from 1 to 65535; leave it out for ${usual}`)
    .transform(Number)
const address = (protocol: RegExp, expected: string): z.ZodString =>
  z.string().refine((value) => isPlainUrl(value, protocol), expected)

const Environment = z
  .object({
    PORT: port(3000),
    SANDBOX_PORT: port(3001),
    HOST: text(/^[\w.:-]+$/, 'an address or a name of this machine, such as 127.0.0.1 or 0.0.0.0'),
    ROLE: z.enum(['all', 'web', 'worker'], 'all, web or worker; leave it out for all'),
    LOG_LEVEL: z.enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'fatal, error, warn, info, debug, trace or silent; leave it out for info',
    ),
    DATA_DIR: z.string(),
    CLINIC_FILE: z.string(),
    PUBLIC_URL: address(
      /^https?:$/,
      'the address that the carrier calls, such as https://ringback.example.org',
    ),
    DATABASE_URL: text(
      /^postgres(ql)?:\/\/[^/\s]+\/[^/?\s]+/,
      'postgresql://user:password@host:5432/database; leave it out for the embedded database',
    ).refine(
      (value) => URL.canParse(value),
      'a URL: characters such as @ : / # in the password must be written as %40 %3A %2F %23',
    ),
    TWILIO_ACCOUNT_SID: text(
      /^AC[0-9a-fA-F]{32}$/,
      'AC and 32 hexadecimal digits: copy it from the Twilio Console, Account Info',
    ),
    TWILIO_AUTH_TOKEN: text(
      /^\S+$/,
      'the token without spaces: copy it from the Twilio Console, Account Info',
    ),
    TWILIO_AUTH_TOKEN_NEXT: text(
      /^\S+$/,
      'the secondary token without spaces: Twilio Console, API keys & tokens',
    ),
    TWILIO_API_URL: address(
      /^https?:$/,
      `an http or https address without query; leave it out for ${TWILIO}`,
    ),
    TWILIO_MESSAGING_SERVICE_SID: text(
      /^MG[0-9a-fA-F]{32}$/,
      'MG and 32 hexadecimal digits: Twilio Console, Messaging, Services; leave it out to text from the line itself',
    ),
    SANDBOX_CLOCK: z.iso.datetime({
      offset: true,
      error: 'an instant such as 2026-11-21T09:00:00-05:00; leave it out for real time',
    }),
    BOOTSTRAP_ADMIN_EMAIL: z.email('an e-mail address, with which the first manager signs in'),
    BOOTSTRAP_ADMIN_PASSWORD: z.string().min(12, 'at least 12 characters').max(128, 'at most 128 characters'),
    BOOTSTRAP_API_KEY: text(
      /^\S{24,}$/,
      'at least 24 characters without spaces, for example from "openssl rand -hex 24"',
    ),
  })
  .partial()

type Given = Readonly<Record<string, string>>
type Values = z.output<typeof Environment>

/** Not only secrets: a token is easily pasted where a SID belongs, and a password into a URL. */
const NOT_SHOWN = /PASSWORD|TOKEN|KEY|SID|DATABASE_URL/

/**
 * Reads and checks the environment. Empty values count as not given.
 * @throws ConfigError with all problems at once; values of secrets are not in it.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  )
  const first = Environment.safeParse(given)
  const wrong = new Map(
    (first.error?.issues ?? []).toReversed().map((issue) => [String(issue.path[0]), issue.message]),
  )
  // What is right is read even so, to find what does not go together.
  const values = Environment.parse(
    Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name))),
  )

  const problems = [
    ...[...wrong].map(
      ([name, expected]) => `${name}: found ${shown(name, given[name] ?? '')}; expected ${expected}.`,
    ),
    ...togetherProblems(given, values),
    ...likelyTypos(Object.keys(given), Object.keys(Environment.shape)).map(
      ({ found, meant }) =>
        `${found}: found a name that is no setting; expected ${meant}, perhaps. Rename it or remove it.`,
    ),
  ]
  if (problems.length > 0) throw new ConfigError(problems)
  return assemble(values)
}

function togetherProblems(given: Given, values: Values): string[] {
  const problems: string[] = []
  const bothOrNone = (one: string, other: string): void => {
    for (const [present, absent] of [
      [one, other],
      [other, one],
    ] as const) {
      if (present in given && !(absent in given)) {
        problems.push(
          `${absent}: found nothing; expected a value, since ${present} is set. Set both or neither.`,
        )
      }
    }
  }
  bothOrNone('TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN')
  bothOrNone('BOOTSTRAP_ADMIN_EMAIL', 'BOOTSTRAP_ADMIN_PASSWORD')

  const carrier = 'TWILIO_ACCOUNT_SID' in given || 'TWILIO_AUTH_TOKEN' in given
  for (const name of ['TWILIO_AUTH_TOKEN_NEXT', 'TWILIO_MESSAGING_SERVICE_SID', 'TWILIO_API_URL']) {
    if (!carrier && name in given) {
      problems.push(
        `${name}: found a value but no credentials; expected TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN as well. Set them or remove it.`,
      )
    }
  }
  const api = new URL(values.TWILIO_API_URL ?? TWILIO)
  if (carrier && !isLoopback(api)) {
    if (!('PUBLIC_URL' in given)) {
      problems.push(
        'PUBLIC_URL: found nothing; expected the https address under which Twilio reaches this service. Set it; signatures are checked against it.',
      )
    } else if (isTwilio(api) && values.PUBLIC_URL?.startsWith('http:')) {
      problems.push(
        `PUBLIC_URL: found ${values.PUBLIC_URL}; expected https, since calls carry patients' words. Put the service behind a proxy with a certificate.`,
      )
    }
    if ('SANDBOX_CLOCK' in given) {
      problems.push(
        'SANDBOX_CLOCK: found a value beside a real carrier; expected none, since texts would go out at the wrong time. Remove it, or set TWILIO_API_URL to a stand-in on this machine.',
      )
    }
  }
  if (!carrier && (values.PORT ?? 3000) === (values.SANDBOX_PORT ?? 3001)) {
    problems.push(
      `SANDBOX_PORT: found ${values.SANDBOX_PORT ?? 3001}, which is PORT as well; expected another. Change one of them.`,
    )
  }
  return problems
}

function assemble(values: Values): Config {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = values
  const port = values.PORT ?? 3000
  const sandboxPort = values.SANDBOX_PORT ?? 3001
  const twilioApiUrl = withoutSlash(
    values.TWILIO_API_URL ?? (accountSid ? TWILIO : `http://127.0.0.1:${sandboxPort}`),
  )
  const settings: Settings = {
    role: values.ROLE ?? 'all',
    logLevel: values.LOG_LEVEL ?? 'info',
    host: values.HOST ?? (isLoopback(new URL(twilioApiUrl)) ? '127.0.0.1' : '0.0.0.0'),
    port,
    publicUrl: withoutSlash(values.PUBLIC_URL ?? `http://localhost:${port}`),
    // The usual places are beside the program, wherever it is started from; given ones are as the shell understands them.
    dataDir: values.DATA_DIR === undefined ? resolve(ROOT, 'data') : resolve(values.DATA_DIR),
    clinicFile: values.CLINIC_FILE === undefined ? resolve(ROOT, 'clinic.yaml') : resolve(values.CLINIC_FILE),
    twilioApiUrl,
    sandboxClock: values.SANDBOX_CLOCK === undefined ? undefined : new Date(values.SANDBOX_CLOCK),
  }
  const { BOOTSTRAP_ADMIN_EMAIL: email, BOOTSTRAP_ADMIN_PASSWORD: password } = values
  const secrets: Secrets = {
    databaseUrl: values.DATABASE_URL,
    bootstrapAdmin: email && password ? Object.freeze({ email, password }) : undefined,
    bootstrapApiKey: values.BOOTSTRAP_API_KEY,
  }
  if (!accountSid || !authToken) return hide({ ...settings, mode: 'sandbox', sandboxPort }, secrets)
  return hide(
    { ...settings, mode: 'carrier', accountSid, messagingServiceSid: values.TWILIO_MESSAGING_SERVICE_SID },
    { ...secrets, authToken, authTokenNext: values.TWILIO_AUTH_TOKEN_NEXT },
  )
}

function hide<Open extends object, Hidden extends object>(
  open: Open,
  secrets: Hidden,
): Open & { readonly secrets: Hidden } {
  const print = { value: () => '[secret]', enumerable: false }
  Object.defineProperties(secrets, { toJSON: print, [inspect.custom]: print })
  Object.defineProperty(open, 'secrets', { value: Object.freeze(secrets), enumerable: false })
  return Object.freeze(open) as Open & { readonly secrets: Hidden }
}

function shown(name: string, value: string): string {
  return NOT_SHOWN.test(name) || value.includes('@')
    ? `a value of ${value.length} characters (not shown)`
    : JSON.stringify(value)
}

function isPlainUrl(value: string, protocol: RegExp): boolean {
  const url = URL.parse(value)
  return (
    url !== null && protocol.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash
  )
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)
}

function isTwilio({ hostname }: URL): boolean {
  return hostname === 'twilio.com' || hostname.endsWith('.twilio.com')
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '')
}
