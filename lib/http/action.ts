import 'server-only'
import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { findSeller, type Seller } from '@/lib/auth/seller'
import { logger } from '@/lib/platform/logger'
import { fieldErrorsOf } from '@/lib/platform/field-errors'
import { failure, type Result } from '@/lib/platform/result'
import { isSameOrigin } from './same-origin'

/**
 * The one way into a server action: a public POST endpoint whose arguments a stranger may choose.
 * Checks where it comes from, parses the input (unknown keys are refused), and lets no exception
 * through: what went wrong inside is logged, and the caller hears `unexpected`.
 */
export async function publicAction<Schema extends z.ZodType, Value>(
  input: unknown,
  schema: Schema,
  run: (values: z.output<Schema>, headers: Headers) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  try {
    const received = await headers()
    if (!isSameOrigin(received)) return failure({ kind: 'forbidden' })
    // What no schema has words for (another type, a missing field) no form of ours can send.
    const parsed = schema.safeParse(input, { error: () => 'unknownField' })
    if (!parsed.success) return failure({ kind: 'invalid', fields: fieldErrorsOf(parsed.error) })
    return await run(parsed.data, received)
  } catch (error) {
    unstable_rethrow(error)
    logger.error({ error }, 'a server action failed')
    return failure({ kind: 'unexpected' })
  }
}

/** As {@link publicAction}, for signed-in sellers. Who asks comes from the session, never from the input. */
export async function sellerAction<Schema extends z.ZodType, Value>(
  input: unknown,
  schema: Schema,
  run: (seller: Seller, values: z.output<Schema>) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  return await publicAction(input, schema, async (values) => {
    const seller = await findSeller()
    return seller ? await run(seller, values) : failure({ kind: 'unauthenticated' })
  })
}
