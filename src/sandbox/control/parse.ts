import type { z } from 'zod'
import { BadInput } from '../../platform/errors.ts'

/** The body as the schema describes it; refuses with every problem named. */
export function parse<T>(schema: z.ZodType<T>, given: unknown): T {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  throw new BadInput(
    parsed.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`).join('; '),
  )
}
