import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'

/*
 * A form on a practice's website, as an example to copy. The browser talks to this small server and never to Ringback, so that the key
 * (scope intake) stays here. Started by itself:
 *
 *   RINGBACK_URL=http://localhost:3000 RINGBACK_API_KEY=rbk_… node scripts/examples/website-form/server.ts
 */

type Language = 'en' | 'es'
type Ringback = { readonly url: string; readonly key: string }

/** Of the sentence beside the tick box: whoever changes the sentence changes this, so that the proof names what was agreed to. */
const WORDING_VERSION = 'website-form@1'
const LARGEST_BODY = 16_384
const PAGES: Readonly<Record<Language, string>> = { en: pageOf('en'), es: pageOf('es') }
const ANSWERS = {
  taken: { en: 'Thank you. We will call you.', es: 'Gracias. Le llamaremos.' },
  wrong: {
    en: 'Please go back and check what you wrote, the phone number first.',
    es: 'Vuelva atrás y revise lo que escribió, primero el teléfono.',
  },
  down: {
    en: 'This did not work. Please call us.',
    es: 'Algo ha fallado. Llámenos por teléfono, por favor.',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>
const STATUS = { taken: 200, wrong: 400, down: 502 } as const

/** @param ringback where requests go, and the key for it. */
export function formServer(ringback: Ringback): Server {
  return createServer((request, response) => {
    const answer = (status: number, type: string, text: string): void => {
      response
        .writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' })
        .end(text)
    }
    if (request.method !== 'POST') {
      const { searchParams } = new URL(request.url ?? '/', 'http://localhost')
      answer(200, 'text/html', PAGES[languageOf(searchParams)].replace('{{form}}', randomUUID()))
      return
    }
    readForm(request)
      .then(async (form) => {
        const came = form === null ? 'wrong' : await passOn(ringback, form)
        answer(STATUS[came], 'text/plain', ANSWERS[came][languageOf(form ?? new URLSearchParams())])
      })
      .catch(() => answer(STATUS.down, 'text/plain', ANSWERS.down.en))
  })
}

/** The page's own id makes it safe to press "send" twice: Ringback answers the second time what it answered the first. */
async function passOn({ url, key }: Ringback, form: URLSearchParams): Promise<keyof typeof ANSWERS> {
  const id = form.get('form') ?? ''
  const reason = form.get('reason')?.trim()
  const order = {
    trigger: 'web-form',
    phone: form.get('phone') ?? '',
    name: form.get('name') ?? '',
    language: languageOf(form),
    reference: id,
    ...(reason ? { reason } : {}),
    ...(form.get('texts') === 'yes'
      ? {
          consent: { scope: 'this-request', evidence: `website-form:${id}`, wordingVersion: WORDING_VERSION },
        }
      : {}),
  }
  try {
    const { ok, status } = await fetch(`${url}/api/v1/follow-ups`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': id },
      body: JSON.stringify(order),
    })
    if (ok) return 'taken'
    return status === 400 ? 'wrong' : 'down'
  } catch {
    return 'down'
  }
}

/** Null when it is larger than such a form can be. */
async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) {
    body += String(chunk)
    if (body.length > LARGEST_BODY) return null
  }
  return new URLSearchParams(body)
}

function languageOf(form: URLSearchParams): Language {
  return form.get('language') === 'es' ? 'es' : 'en'
}

function pageOf(language: Language): string {
  return readFileSync(new URL(`form-${language}.html`, import.meta.url), 'utf8')
}

if (import.meta.main) {
  const {
    RINGBACK_URL: url = 'http://localhost:3000',
    RINGBACK_API_KEY: key = '',
    PORT = '8080',
  } = process.env
  formServer({ url, key }).listen(Number(PORT), () => {
    process.stdout.write(`The form is at http://localhost:${PORT}\n`)
  })
}
