import type { Request, Response } from 'express'
import type { Carrier } from '../carrier.ts'

/** Real milliseconds in which changes are gathered into one event. */
const GATHER_MS = 60
const HEARTBEAT_MS = 20_000

export type LiveUpdates = {
  readonly handle: (req: Request, res: Response) => void
  readonly stop: () => void
}

/** Server-sent events for the open pages: `changed` says that an overview is worth fetching again. */
export function liveUpdates(carrier: Carrier): LiveUpdates {
  const open = new Set<Response>()
  let gathering: NodeJS.Timeout | undefined
  const tell = (text: string): void => {
    for (const res of open) res.write(text)
  }
  const changed = (): void => {
    gathering ??= setTimeout(() => {
      gathering = undefined
      tell('event: changed\ndata: {}\n\n')
    }, GATHER_MS)
    gathering.unref()
  }
  const heartbeat = setInterval(() => tell(': still here\n\n'), HEARTBEAT_MS)
  heartbeat.unref()
  const stopListening = carrier.store.onChange(changed)
  carrier.webhooks.onAttempt(changed)
  return {
    handle: (req, res) => {
      res.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      res.flushHeaders()
      res.write('retry: 1000\n\n')
      open.add(res)
      req.on('close', () => open.delete(res))
    },
    stop: () => {
      stopListening()
      clearTimeout(gathering)
      clearInterval(heartbeat)
      for (const res of open) res.end()
    },
  }
}
