import { z } from 'zod'

/** The API's description as its readers get it. */
export type Document = {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}

type DescribedOperation = {
  readonly operationId: string
  readonly security: readonly { readonly key: readonly string[] }[]
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[]
  readonly responses: Readonly<
    Record<string, { content: Readonly<Record<string, { schema: { $ref: string } }>> }>
  >
}

/** A validator made of nothing but the document: what it accepts is what a reader of the document expects. */
export function promisedAnswer(
  document: Document,
  path: string,
  status: number,
  method: 'get' | 'post' = 'get',
): z.ZodType {
  const [content] = Object.values(document.paths[path]?.[method]?.responses[String(status)]?.content ?? {})
  const name = content?.schema.$ref.split('/').at(-1)
  if (name === undefined) throw new Error(`The document promises no answer ${String(status)} for ${path}.`)
  return promisedSchema(document, name)
}

/** The same for one of its schemas. */
export function promisedSchema(document: Document, name: string): z.ZodType {
  const $defs = JSON.parse(
    JSON.stringify(document.components.schemas).replaceAll('#/components/schemas/', '#/$defs/'),
  ) as Record<string, object>
  return z.fromJSONSchema({ $ref: `#/$defs/${name}`, $defs } as Parameters<typeof z.fromJSONSchema>[0])
}
