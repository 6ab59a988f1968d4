import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { answer, endpoint, type Endpoint } from '@/lib/api/endpoint'
import { makeLink } from '@/lib/link/create-link'
import type { LinkWish } from '@/lib/link/views'
import { readableId } from '@/lib/platform/ids'

/** How many links the operations below began to make in this process. */
export const began = { count: 0 }

/**
 * An operation as simple as one that writes can be: a link with this title. Its IDs are made here, so
 * that nothing but the idempotency key keeps a second one away.
 */
export const makeNote = endpoint({
  operationId: 'makeNote', method: 'POST', path: '/v1/notes', tag: 'Payment links', summary: '', description: '', scope: 'write', dialect: 'link',
  params: z.object({}),
  query: z.object({}),
  body: z.object({ title: z.string().min(1).max(100), email: z.string().optional(), waitMs: z.number().int().max(5_000).optional(), fail: z.enum(['refuse', 'throw']).optional() }),
  responses: { 201: { description: 'Made' } },
  handle: async ({ scope, body: { title, waitMs = 0, fail }, sql, at }) => {
    began.count += 1
    const made = await makeLink(scope, noteLink(title), { at, on: sql })
    if (waitMs > 0) await new Promise((done) => setTimeout(done, waitMs))
    if (fail === 'throw') throw new Error('planned')
    if (fail === 'refuse') return answer(400, { error_messages: ['planned'] })
    return answer(201, { made: made.outcome, nonce: randomUUID() })
  },
}) as unknown as Endpoint

/** The same operation under another name. */
export const makeOtherNote: Endpoint = { ...makeNote, operationId: 'makeOtherNote' }

/** One that only looks. */
export const readNote: Endpoint = { ...makeNote, operationId: 'readNote', method: 'GET', scope: 'read', handle: async ({ scope }) => answer(200, { mode: scope.mode, merchant: scope.merchantId }) }
delete (readNote as { body?: unknown }).body

export function noteLink(title: string): LinkWish {
  return {
    submissionId: randomUUID(), orderId: `API-${readableId(12)}`, slug: readableId(14), currency: 'IDR', title, description: null, items: [{ name: 'Kerudung', price: 20_000, quantity: 1 }],
    usageLimit: null, paymentMethods: [], customer: null, startsAt: null, expiresAt: null, openAmount: null, customerQuestions: null, redirects: null,
    notificationUrls: null, customFields: null, metadata: null, apiDetails: null,
  }
}
