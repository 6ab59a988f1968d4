import { serve, type RouteHandler } from '@/lib/api/serve'
import { captureTransaction } from '@/lib/api/transactions/capture-transaction'
import { cancelTransaction, expireTransaction } from '@/lib/api/transactions/end-transaction'
import { getTransactionStatus, getTransactionStatusB2b } from '@/lib/api/transactions/get-status'
import { refundTransaction, refundTransactionDirect } from '@/lib/api/transactions/refund-transaction'
import { approveTransaction, denyTransaction } from '@/lib/api/transactions/review-transaction'
import { prisma } from '@/lib/database/client'
import { announce, type Announcement } from '@/lib/order/announce'
import type { OrderStatus } from '@/lib/order/status'
import { refundOrder } from '@/lib/refund/refund-order'
import type { MerchantScope } from '@/lib/shop/scope'
import { apiCall, makeApiKey, type Answered } from './api'
import { later, makeLink, makeOrder, makeShop } from './factories'

const HANDLERS = {
  status: serve(getTransactionStatus), b2b: serve(getTransactionStatusB2b), cancel: serve(cancelTransaction), expire: serve(expireTransaction),
  approve: serve(approveTransaction), deny: serve(denyTransaction), refund: serve(refundTransaction), direct: serve(refundTransactionDirect),
} satisfies Record<string, RouteHandler>
const capture = serve(captureTransaction)

export type TransactionAction = keyof typeof HANDLERS
/** Those on one transaction that its ID names in the address. */
export const TRANSACTION_ACTIONS = Object.keys(HANDLERS) as TransactionAction[]

export type Stage = OrderStatus | 'overdue'
type MadeTransaction = { id: string; orderId: string; linkId: string }

const NEWS: Record<Stage, Announcement['news'][]> = {
  pending: [], overdue: [], authorized: ['authorize'], in_review: ['claim'], paid: ['settle'], paid_late: ['expire', 'settle'], denied: ['deny'], cancelled: ['cancel'], expired: ['expire'],
  partially_refunded: ['settle'], refunded: ['settle'],
}

type Wish = { body?: unknown; headers?: Record<string, string>; as?: string }

export type TransactionClient = {
  scope: MerchantScope
  key: string
  /** @param wish `as`: another key than this client's */
  call: (action: TransactionAction, id: string, wish?: Wish) => Promise<Answered>
  capture: (body: unknown, wish?: Wish) => Promise<Answered>
  /** An order of 85,000 rupiah that stands there; `overdue`: pending past its deadline, which nobody has written down. */
  made: (stage: Stage, method?: string) => Promise<MadeTransaction>
}

/** A shop and what its server asks of the transactions' API. */
export async function makeTransactionClient(): Promise<TransactionClient> {
  const scope = await makeShop()
  const key = await makeApiKey(scope)
  return {
    scope,
    key,
    call: (action, id, { body, headers = {}, as = key } = {}) =>
      apiCall(HANDLERS[action], { key: as, method: action === 'status' || action === 'b2b' ? 'GET' : 'POST', path: `/v2/${id}/${action}`, params: { id }, body, headers }),
    capture: (body, { headers = {}, as = key } = {}) => apiCall(capture, { key: as, method: 'POST', path: '/v2/capture', body, headers }),
    made: (stage, method = 'credit_card') => makeTransaction(scope, stage, method),
  }
}

export const statusOf = async ({ id }: { id: string }): Promise<OrderStatus> => (await prisma.order.findUniqueOrThrow({ where: { id } })).status

async function makeTransaction(scope: MerchantScope, stage: Stage, method: string): Promise<MadeTransaction> {
  const at = later(new Date(), stage === 'overdue' ? -24 * 60 - 1 : -1)
  const link = await makeLink(scope, {}, at)
  const { id } = await makeOrder(link.slug, { method }, at)
  for (const news of NEWS[stage]) await announce({ orderId: id, news, actor: 'rail', at })
  const amount = { partially_refunded: 30_000, refunded: 85_000 }[stage as string]
  if (amount !== undefined) await refundOrder(scope, { orderId: id, refundKey: 'before', amount, reason: 'Barang habis', channel: 'rail' }, at)
  const { orderId } = await prisma.order.findUniqueOrThrow({ where: { id } })
  return { id, orderId, linkId: link.id }
}
