import type { Request, Response } from 'express'
import { worksFor } from '../domain/staff/roles.ts'
import type { Db } from '../platform/db.ts'
import type { Log } from '../platform/log.ts'

/** A comment line this often keeps proxies from closing a quiet stream. */
const HEARTBEAT_MS = 20_000
/** Changes within this time become one event: a busy minute must not make every open board ask a hundred times. */
const GATHER_MS = 150
/** More changed items than this in one gathering are told as "everything". */
const MOST_ITEMS = 50

/** A server-sent event says which items changed, by number, and nothing about them: what is shown is asked for, by role. */
type Change = { readonly number: number; readonly clinicId: string }

export type Live = {
  /** Called after a commit that changed an item; null: changes may have been missed, so look at everything again. */
  changed(change: { followUpId: string } | null): void
  /** Answers a request with the stream of changes in these practices (empty: all), until the browser or `close` ends it. */
  stream(request: Request, response: Response, clinics: readonly string[]): void
  /** Ends all streams; browsers connect again by themselves. */
  close(): void
}

/** The open boards of this process. One per process, fed by one listener on the database. */
export function createLive(deps: { db: Db; log: Log }): Live {
  const streams = new Set<{ response: Response; clinics: readonly string[] }>()
  const gathered = new Set<string>()
  let everything = false
  let timer: NodeJS.Timeout | undefined

  const tell = async (): Promise<void> => {
    const ids = [...gathered].filter((id) => id !== '')
    const all = everything || ids.length > MOST_ITEMS
    gathered.clear()
    everything = false
    const changes: Change[] = all
      ? []
      : await deps.db.followUp.findMany({
          where: { id: { in: ids } },
          select: { number: true, clinicId: true },
        })
    for (const { response, clinics } of streams) {
      const theirs = changes.filter(({ clinicId }) => worksFor({ clinics }, clinicId))
      if (!all && theirs.length === 0) continue
      response.write(event('board'))
      if (all) response.write(event('every-item'))
      for (const { number } of theirs) response.write(event(`item-${String(number)}`))
    }
  }

  const heartbeat = setInterval(() => {
    for (const { response } of streams) response.write(': still here\n\n')
  }, HEARTBEAT_MS)
  heartbeat.unref()

  return {
    changed(change) {
      if (change) gathered.add(change.followUpId)
      else everything = true
      timer ??= setTimeout(() => {
        timer = undefined
        tell().catch((error: unknown) =>
          deps.log.error({ err: error }, 'open boards could not be told of a change'),
        )
      }, GATHER_MS)
    },
    stream(request, response, clinics) {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      // Whatever changed between the page's rendering and this moment is fetched once.
      response.write(event('board') + event('every-item'))
      const entry = { response, clinics }
      streams.add(entry)
      request.on('close', () => streams.delete(entry))
    },
    close() {
      clearInterval(heartbeat)
      clearTimeout(timer)
      for (const { response } of streams) response.end()
      streams.clear()
    },
  }
}

function event(name: string): string {
  return `event: ${name}\ndata: \n\n`
}
