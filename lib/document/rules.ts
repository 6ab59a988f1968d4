import { isReceived, type OrderStatus } from '@/lib/order/status'

export const DOCUMENTS = ['receipt', 'invoice'] as const
export type DocumentKind = (typeof DOCUMENTS)[number]

/**
 * The paper that an order has: a receipt once the money counts, also after it went back; an invoice
 * while it can still be paid. None for what came to nothing, nor for late money that nobody accepted yet.
 * @param status derived: see `orderStatus`
 */
export function documentOf(status: OrderStatus): DocumentKind | null {
  if (status === 'paid_late') return null
  if (isReceived(status)) return 'receipt'
  return status === 'pending' || status === 'in_review' || status === 'authorized' ? 'invoice' : null
}

/** `receipt-sales-20261120-1763.pdf`: only what no file system and no header minds. */
export function documentFileName(kind: DocumentKind, orderId: string): string {
  const safe = orderId.replaceAll(/[^\w-]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 80)
  return `${kind}-${safe || 'document'}.pdf`
}
