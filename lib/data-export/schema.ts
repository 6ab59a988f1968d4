import { z } from 'zod'
import { targetSchema } from '@/lib/bulk-change/schema'
import { linkFilterSchema } from '@/lib/link/schema'
import { orderFilterSchema } from '@/lib/order/schema'

export const FORMATS = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof FORMATS)[number]

/** What can stand in a file, in its order. The texts are under `bulk.columns`. */
export const LINK_COLUMNS = [
  'orderId', 'name', 'url', 'status', 'amount', 'currency', 'usedCount', 'usageLimit', 'customerName', 'customerPhone', 'customerEmail', 'items', 'description',
  'startsAt', 'expiresAt', 'createdAt',
] as const
export const ORDER_COLUMNS = [
  'orderId', 'status', 'amount', 'currency', 'paymentMethod', 'refundedAmount', 'linkOrderId', 'linkName', 'customerName', 'customerPhone', 'customerEmail', 'items',
  'createdAt', 'paidAt', 'expiresAt', 'shippedAt',
] as const

export type LinkColumn = (typeof LINK_COLUMNS)[number]
export type OrderColumn = (typeof ORDER_COLUMNS)[number]

export const COLUMNS_OF = { links: LINK_COLUMNS, orders: ORDER_COLUMNS } as const
export type ExportKind = keyof typeof COLUMNS_OF

/** Ticked before a seller has chosen for the first time. */
export const FIRST_CHOICE = {
  links: ['orderId', 'name', 'url', 'status', 'amount', 'currency', 'usedCount', 'customerName', 'createdAt'],
  orders: ['orderId', 'status', 'amount', 'currency', 'paymentMethod', 'linkName', 'customerName', 'customerPhone', 'createdAt', 'paidAt'],
} as const satisfies { links: readonly LinkColumn[]; orders: readonly OrderColumn[] }

const shared = { submissionId: z.uuid(), format: z.enum(FORMATS, { error: 'unknownField' }) }
const orderTargetSchema = orderFilterSchema.omit({ cursor: true }).strict()

export const startExportSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...shared, kind: z.literal('links'), filter: targetSchema, columns: z.array(z.enum(LINK_COLUMNS)).min(1, 'exportColumns').max(LINK_COLUMNS.length) }),
  z.strictObject({ ...shared, kind: z.literal('orders'), filter: orderTargetSchema, columns: z.array(z.enum(ORDER_COLUMNS)).min(1, 'exportColumns').max(ORDER_COLUMNS.length) }),
])
export type StartExportValues = z.output<typeof startExportSchema>

export const exportIdSchema = z.strictObject({ id: z.uuid() })

/** The page's address: `/exports?kind=orders&status=paid`, `/exports?ids=…,…`. Anything unreadable falls back. */
export const exportPageSchema = z.object({ kind: z.enum(['links', 'orders']).catch('links'), ids: z.string().max(8_000).optional().catch(undefined) })

/** What the page's address means, as {@link startExportSchema} wants it. */
export function exportFilterOf(search: Record<string, unknown>): Record<string, string> | { ids: string[] } {
  const { kind, ids } = exportPageSchema.parse(search)
  const selected = targetSchema.safeParse({ ids: ids?.split(',') })
  if (kind === 'links' && selected.success && 'ids' in selected.data) return selected.data
  const filter = (kind === 'links' ? linkFilterSchema.omit({ cursor: true }) : orderFilterSchema.omit({ cursor: true })).parse(search)
  return Object.fromEntries(Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1])))
}
