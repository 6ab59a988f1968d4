import { isReceived, type OrderStatus } from '@/lib/order/status'

export const DOCUMENTS = ['receipt', 'invoice'] as const
export type DocumentKind = (typeof DOCUMENTS)[number]

/**
 * The paper that an order has: a receipt once its money came, also late and also after it went back; else an invoice, which says
 * so when nobody can pay it any more.
 * @param status derived: see `orderStatus`
 */
export const documentOf = (status: OrderStatus): DocumentKind => (isReceived(status) ? 'receipt' : 'invoice')

/** `receipt-sales-20261120-1763.pdf`: only what no file system and no header minds. */
export function documentFileName(kind: DocumentKind, orderId: string): string {
  const safe = orderId.replaceAll(/[^\w-]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 80)
  return `${kind}-${safe || 'document'}.pdf`
}
