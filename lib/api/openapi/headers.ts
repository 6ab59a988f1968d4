import type { ZodOpenApiComponentsObject } from 'zod-openapi'

/** Headers that several operations share. */
export const HEADERS = {
  'Retry-After': { description: 'Seconds to wait before trying again.', schema: { type: 'integer' } },
  'Idempotent-Replayed': { description: '`true` when this is the remembered answer to an earlier request with the same `Idempotency-Key`.', schema: { type: 'string', enum: ['true'] } },
  'WWW-Authenticate': { description: 'How to authenticate: `Basic`.', schema: { type: 'string' } },
} as const satisfies ZodOpenApiComponentsObject['headers']

export const PARAMETERS = {
  'Idempotency-Key': {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'Makes it safe to send a request again after a lost answer: 1 to 255 visible ASCII characters that you choose, a UUID for example. The same key with the same request answers the same bytes for 24 hours; with another request it answers 409, while the first is still at work 202. Only success is remembered.',
    schema: { type: 'string', minLength: 1, maxLength: 255, examples: ['4b1cf5a4-6c4e-4c0f-8a0f-3f3d5d1a9c11'] },
  },
} as const satisfies ZodOpenApiComponentsObject['parameters']
