import type { IncomingMessage } from 'node:http'
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'
import { BadInput } from '../platform/errors.ts'

/** A form with a file, as a browser sends it. The file comes last and is read while it comes in. */
export type Upload = {
  /** the fields before the file */
  readonly fields: Readonly<Record<string, string>>
  /** null: nobody chose one */
  readonly file: { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> } | null
  /** Reads what is left unread, so that the browser listens to the answer. */
  drain(): Promise<void>
}

const LIMITS = { fields: 20, fieldSize: 4_096, files: 1, headerPairs: 20, headerSize: 8_192 }

/**
 * Reads the fields of a form (multipart/form-data) up to its file.
 * @throws BadInput for anything else, and while reading the file when it breaks off.
 */
export function readUpload(request: IncomingMessage): Promise<Upload> {
  const form = formOf(request)
  const fields: Record<string, string> = {}
  const { promise, resolve, reject } = Promise.withResolvers<Upload>()
  const ended = Promise.withResolvers<undefined>()
  let file: BusboyFileStream | null = null
  const fail = (error: BadInput): void => {
    reject(error)
    file?.destroy(error)
    request.unpipe(form)
    request.resume()
    ended.resolve(undefined)
  }
  const drain = async (): Promise<void> => {
    file?.resume()
    await ended.promise
  }
  form.on('error', () => fail(brokenOff()))
  form.on('field', (name, value, _, isCut) => {
    if (isCut) fail(new BadInput('A field of the form is longer than any of ours.'))
    fields[name] = value
  })
  form.on('file', (_name, stream, name) => {
    file = stream
    // What breaks off is thrown where the file is read, and is nobody's concern where it is not.
    stream.on('error', () => undefined)
    // Browsers send an empty file without a name when nobody chose one.
    resolve({ fields, file: name ? { name, bytes: bytesOf(stream) } : null, drain })
  })
  form.once('finish', () => {
    resolve({ fields, file: null, drain })
    ended.resolve(undefined)
  })
  request.once('close', () => {
    if (!request.complete) fail(brokenOff())
  })
  request.pipe(form)
  return promise
}

/** Not destroyed when reading stops early: the answer goes over the same connection. */
async function* bytesOf(stream: BusboyFileStream): AsyncGenerator<Uint8Array> {
  try {
    yield* stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>
  } catch {
    throw brokenOff()
  }
}

function brokenOff(): BadInput {
  return new BadInput('The form broke off before its end: send it again.')
}

function formOf({ headers }: IncomingMessage): BusboyInstance {
  const type = headers['content-type'] ?? ''
  if (!/^multipart\/form-data;.*boundary=/i.test(type))
    throw new BadInput('A form with a file is expected (multipart/form-data).')
  return new Busboy({ headers: { ...headers, 'content-type': type }, limits: LIMITS })
}
