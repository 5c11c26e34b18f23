import type { Request } from 'express'
import { z } from 'zod'

const paging = z.object({
  PageSize: z.coerce.number().int().min(1).max(1000).catch(50),
  Page: z.coerce.number().int().min(0).catch(0),
  PageToken: z.string().optional().catch(undefined),
})

/**
 * Twilio's page envelope around a list, newest first.
 * @param name of the list in the answer, such as `messages`.
 * @param list everything of the kind, oldest first, and which of it is wanted.
 */
export function page<T extends { readonly sid: string }>(
  req: Request,
  name: string,
  list: { readonly all: Iterable<T>; readonly wanted: (item: T) => boolean },
  shape: (item: T) => object,
): object {
  const { PageSize: size, Page: number, PageToken: token } = paging.parse(req.query)
  const newest = [...list.all].toReversed()
  // The token names the last item of the page before, so that neither new arrivals nor deletions shift what follows.
  const before = newest.findIndex((item) => `PA${item.sid}` === token)
  const rest = newest.slice(before + 1).filter(list.wanted)
  const skipped = before < 0 ? number * size : 0
  const after = number * size
  const items = rest.slice(skipped, skipped + size)
  const last = items.at(-1)
  const address = (changes: Record<string, string>): string => {
    const query = new URLSearchParams(req.originalUrl.split('?')[1] ?? '')
    query.delete('PageToken')
    for (const [key, value] of Object.entries({ PageSize: String(size), ...changes })) query.set(key, value)
    return `${pathOf(req)}?${query.toString()}`
  }
  return {
    [name]: items.map(shape),
    first_page_uri: address({ Page: '0' }),
    next_page_uri:
      last && skipped + size < rest.length
        ? address({ Page: String(number + 1), PageToken: `PA${last.sid}` })
        : null,
    previous_page_uri: number > 0 ? address({ Page: String(number - 1) }) : null,
    page: number,
    page_size: size,
    start: after,
    end: Math.max(after, after + items.length - 1),
    uri: address({ Page: String(number) }),
  }
}

const pathOf = (req: Request): string => req.originalUrl.split('?')[0] ?? ''

/**
 * A date filter such as `DateSent`, `DateSent<` and `DateSent>` over one instant. Both bounds include what they name; a
 * bare date means the whole day in GMT, which matters for the upper bound.
 */
export function dateFilter(req: Request, name: string): (at: string | null) => boolean {
  const text = (key: string): string | undefined => {
    const value = req.query[key]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const exact = text(name)
  const from = exact ?? text(`${name}>`)
  const to = exact ?? text(`${name}<`)
  const low = from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from)
  const high =
    to === undefined
      ? Number.POSITIVE_INFINITY
      : /^\d{4}-\d\d-\d\d$/.test(to)
        ? Date.parse(`${to}T23:59:59.999Z`)
        : Date.parse(to)
  if (from === undefined && to === undefined) return () => true
  // Twilio's resource times have whole seconds, and so has the comparison.
  return (at) =>
    at !== null && seconds(Date.parse(at)) >= seconds(low) && seconds(Date.parse(at)) <= seconds(high)
}

const seconds = (ms: number): number => Math.floor(ms / 1000)

/** True when the query does not name the filter or names exactly this value. */
export function equals(req: Request, name: string, value: string | null): boolean {
  const wanted = req.query[name]
  return typeof wanted !== 'string' || wanted === '' || wanted === value
}
