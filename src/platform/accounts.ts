import { randomUUID } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { magicLink } from 'better-auth/plugins'
import { systemClock } from './clock.ts'
import type { Db } from './db.ts'
import { BadInput, Conflict, NotFound } from './errors.ts'
import type { Log } from './log.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE

const SHORTEST_PASSWORD = 12
const SESSION_LIFE = 12 * HOUR
/** A session in use is renewed when its last renewal is this long ago; one left alone ends after SESSION_LIFE. */
const SESSION_RENEWAL = 30 * MINUTE
const LINK_LIFE = 15 * MINUTE
/** Attempts from one address. A whole clinic signs in from one address at eight in the morning, so the limit is not tighter. */
const SIGN_IN_LIMIT = { window: MINUTE, max: 20 }
/** Our own name for the caller's address: the requests below are built here, so no outside header gets into it. */
const ADDRESS_HEADER = 'x-ringback-client-address'
const PATH = '/admin/accounts'

export type Accounts = ReturnType<typeof createAccounts>

/** A person with a valid session. `cookies` are Set-Cookie lines that must reach the browser: the session was renewed. */
export type SignedInStaff = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly roles: readonly string[]
  /** empty: all clinics */
  readonly clinics: readonly string[]
  readonly cookies: readonly string[]
}

export type SignInResult =
  | { readonly type: 'signed-in'; readonly cookies: readonly string[] }
  | {
      readonly type: 'refused'
      readonly reason: 'wrong-credentials' | 'too-many-attempts' | 'link-not-valid'
    }

export type NewStaff = {
  readonly email: string
  readonly name: string
  /** absent: this person signs in by link only */
  readonly password?: string
  readonly roles: readonly string[]
  /** empty: all clinics */
  readonly clinics: readonly string[]
}

/** Where a sign-in came from: the client's address as the web server trusts it, and its browser's own description. */
export type Origin = { readonly address: string | undefined; readonly browser: string | undefined }

/**
 * Accounts, passwords, sessions and sign-in limits, on better-auth. Nothing of it is reachable from outside but through
 * the functions returned here: there is no public sign-up. Times are the system's own, also where the sandbox moves the
 * product's clock, because better-auth reads the system's.
 * @param options.secret signs the session cookies; at least 32 characters, the same in every process.
 * @param options.baseUrl where staff open the pages; https makes the cookies Secure.
 */
export function createAccounts(options: { db: Db; secret: string; baseUrl: string; log: Log }) {
  const { db, log } = options
  const auth = betterAuth({
    appName: 'Ringback',
    baseURL: options.baseUrl,
    basePath: PATH,
    secret: options.secret,
    database: prismaAdapter(db, { provider: 'postgresql' }),
    telemetry: { enabled: false },
    // Only the text of the line: its further arguments may hold rows of people.
    logger: {
      level: 'warn',
      log: (level, message) => log[level === 'error' ? 'error' : 'info']({ accounts: message }),
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: SHORTEST_PASSWORD },
    user: {
      modelName: 'staff',
      additionalFields: {
        roles: { type: 'string[]', required: true, input: false },
        clinics: { type: 'string[]', required: true, input: false },
        active: { type: 'boolean', required: true, input: false },
      },
    },
    session: { modelName: 'staffSession', expiresIn: SESSION_LIFE, updateAge: SESSION_RENEWAL },
    account: { modelName: 'staffAccount' },
    verification: { modelName: 'staffVerification' },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'signInLimit',
      customRules: { '/sign-in/email': SIGN_IN_LIMIT, '/magic-link/verify': SIGN_IN_LIMIT },
    },
    advanced: {
      cookiePrefix: 'ringback',
      useSecureCookies: options.baseUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const staff = await db.staff.findUnique({
              where: { id: session.userId },
              select: { active: true },
            })
            return staff?.active === true
          },
        },
      },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: LINK_LIFE,
        storeToken: 'hashed',
        sendMagicLink: ({ token, metadata }) => (metadata?.['handOver'] as (token: string) => void)(token),
      }),
    ],
  })

  const ask = (path: string, method: 'GET' | 'POST', from: Origin, body?: unknown): Promise<Response> =>
    auth.handler(
      new Request(new URL(PATH + path, options.baseUrl), {
        method,
        headers: {
          origin: new URL(options.baseUrl).origin,
          'user-agent': from.browser ?? 'unknown',
          ...(from.address === undefined ? {} : { [ADDRESS_HEADER]: from.address }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )

  const signedInOr = (response: Response, refusal: 'wrong-credentials' | 'link-not-valid'): SignInResult => {
    if (response.status === 429) return { type: 'refused', reason: 'too-many-attempts' }
    if (response.status >= 500)
      throw new Error(`The sign-in failed on our side with status ${String(response.status)}`)
    const cookies = response.headers
      .getSetCookie()
      .filter((line) => line.includes('session_token=') && !/max-age=0/i.test(line))
    return cookies.length > 0 ? { type: 'signed-in', cookies } : { type: 'refused', reason: refusal }
  }

  return {
    /** Makes an account and returns its id. Throws BadInput for a short password and Conflict when the address has an account. */
    async createStaff(staff: NewStaff): Promise<string> {
      const { password } = staff
      if (password !== undefined && password.length < SHORTEST_PASSWORD)
        throw new BadInput(`A password needs at least ${String(SHORTEST_PASSWORD)} characters.`)
      const email = staff.email.trim().toLowerCase()
      if (await db.staff.findUnique({ where: { email }, select: { id: true } }))
        throw new Conflict('There is an account with this e-mail address already.')
      const id = randomUUID()
      const at = systemClock.now()
      const stamps = { createdAt: at, updatedAt: at }
      await db.staff.create({
        data: {
          ...{ id, email, name: staff.name, emailVerified: true, ...stamps },
          ...{ roles: [...staff.roles], clinics: [...staff.clinics] },
          ...(password === undefined
            ? {}
            : {
                accounts: {
                  create: {
                    ...{ id: randomUUID(), accountId: id, providerId: 'credential', ...stamps },
                    password: await (await auth.$context).password.hash(password),
                  },
                },
              }),
        },
      })
      return id
    },

    /** Opens a session for an e-mail address and password. Inactive staff are refused in the same words as a wrong password. */
    async signIn(credentials: { email: string; password: string }, from: Origin): Promise<SignInResult> {
      return signedInOr(await ask('/sign-in/email', 'POST', from, credentials), 'wrong-credentials')
    },

    /**
     * A link that opens one session within 15 minutes; only the hash of its token is kept. Opening the link shows a button,
     * and only the button uses it up, so that programs which follow links in mail do not. Throws NotFound without an account.
     */
    async createSignInLink(email: string): Promise<string> {
      const address = email.trim().toLowerCase()
      if (!(await db.staff.findUnique({ where: { email: address }, select: { id: true } })))
        throw new NotFound('No account has this e-mail address: create it first.')
      let token = ''
      const handOver = (made: string): void => {
        token = made
      }
      await auth.api.signInMagicLink({
        body: { email: address, metadata: { handOver } },
        headers: new Headers(),
      })
      return new URL(`/admin/sign-in/link/${token}`, options.baseUrl).href
    },

    /** Uses up a sign-in link's token and opens the session. */
    async signInByLink(token: string, from: Origin): Promise<SignInResult> {
      const query = new URLSearchParams({ token, callbackURL: '/admin' })
      return signedInOr(await ask(`/magic-link/verify?${query.toString()}`, 'GET', from), 'link-not-valid')
    },

    /** Who sent a request with these headers; null without a valid session or when the account was made inactive. */
    async currentStaff(headers: Headers): Promise<SignedInStaff | null> {
      const { response, headers: answered } = await auth.api.getSession({ headers, returnHeaders: true })
      if (!response?.user.active) return null
      const { id, name, email, roles, clinics } = response.user
      return { id, name, email, roles, clinics, cookies: answered.getSetCookie() }
    },

    /** Ends the session of a request with these headers; the returned Set-Cookie lines remove it from the browser. */
    async signOut(headers: Headers): Promise<readonly string[]> {
      const cookie = headers.get('cookie') ?? ''
      const { headers: answered } = await auth.api.signOut({
        headers: new Headers({ cookie }),
        returnHeaders: true,
      })
      return answered.getSetCookie()
    },
  }
}
