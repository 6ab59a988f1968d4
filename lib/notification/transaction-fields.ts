import 'server-only'
import { formatDecimal } from '@/lib/money/format-money'
import type { Currency } from '@/lib/money/money'
import type { OrderStatus } from '@/lib/order/status'
import type { PaymentMethod } from '@/lib/payment/methods'
import { signatureKey } from '@/lib/webhook/signature'
import type { RefundFacts, TransactionFacts } from './facts'

/**
 * An order in Midtrans' words, as webhooks and the API's answers tell it. Every scalar is text, what
 * is not known is left out, never null.
 */
export type TransactionFields = {
  transaction_time: string
  transaction_status: TransactionStatus
  transaction_id: string
  status_message: string
  status_code: string
  signature_key: string
  payment_type: string
  order_id: string
  merchant_id: string
  gross_amount: string
  currency: string
  [field: string]: unknown
}

export const TRANSACTION_STATUSES = ['pending', 'authorize', 'settlement', 'deny', 'cancel', 'expire', 'partial_refund', 'refund'] as const
export type TransactionStatus = (typeof TRANSACTION_STATUSES)[number]

/**
 * Paid is `settlement` for cards too: our rails say so once, when the money is there, and then there
 * is no `capture` before it. Late money is money: `tautan_status` tells it apart.
 *
 * `told` is the status_code of a notification, `asked` the one of an answer about where the order
 * stands: Midtrans tells of an expired order with 202 and answers about it with 407.
 */
export const TRANSACTION_STATUS = {
  pending: { status: 'pending', told: '201', asked: '201' },
  authorized: { status: 'authorize', told: '200', asked: '200' },
  in_review: { status: 'pending', told: '201', asked: '201' },
  paid: { status: 'settlement', told: '200', asked: '200' },
  paid_late: { status: 'settlement', told: '200', asked: '200' },
  partially_refunded: { status: 'partial_refund', told: '200', asked: '200' },
  refunded: { status: 'refund', told: '200', asked: '200' },
  denied: { status: 'deny', told: '202', asked: '202' },
  cancelled: { status: 'cancel', told: '202', asked: '202' },
  expired: { status: 'expire', told: '202', asked: '407' },
} as const satisfies Record<OrderStatus, { status: TransactionStatus; told: string; asked: string }>

const PAYMENT_TYPE: Record<PaymentMethod, { type: string; bank?: string; store?: string }> = {
  other_qris: { type: 'qris' },
  gopay: { type: 'gopay' },
  shopeepay: { type: 'shopeepay' },
  bca_va: { type: 'bank_transfer', bank: 'bca' },
  bni_va: { type: 'bank_transfer', bank: 'bni' },
  bri_va: { type: 'bank_transfer', bank: 'bri' },
  permata_va: { type: 'bank_transfer' },
  echannel: { type: 'echannel' },
  credit_card: { type: 'credit_card' },
  indomaret: { type: 'cstore', store: 'indomaret' },
  alfamart: { type: 'cstore', store: 'alfamart' },
  // Ours: Midtrans has no such ways.
  own_qris: { type: 'qris' },
  own_transfer: { type: 'bank_transfer' },
  cod: { type: 'cod' },
  custom: { type: 'custom' },
}

/** Midtrans' word for a status: `settlement`, `partial_refund`, … */
export const transactionStatusOf = (status: OrderStatus): TransactionStatus => TRANSACTION_STATUS[status].status

/** Midtrans' `payment_type` of a method: `bank_transfer`, `qris`, … */
export const paymentTypeOf = (method: PaymentMethod): string => PAYMENT_TYPE[method].type

/** @param said.serverKey signs: the one that the receiver knows, or the one that asked */
export function transactionFields(facts: TransactionFacts, said: { code: string; message: string; serverKey: string }): TransactionFields {
  const { order, link, merchant, status } = facts
  const grossAmount = formatDecimal(order.amount, order.currency)
  return {
    transaction_time: timeText(order.createdAt),
    transaction_status: transactionStatusOf(status),
    transaction_id: order.id,
    status_message: said.message,
    status_code: said.code,
    signature_key: signatureKey({ orderId: order.orderId, statusCode: said.code, grossAmount, serverKey: said.serverKey }),
    ...(order.paidAt && { settlement_time: timeText(order.paidAt) }),
    payment_type: paymentTypeOf(order.paymentMethod),
    order_id: order.orderId,
    merchant_id: merchant.id,
    gross_amount: grossAmount,
    ...(order.uniqueCode !== 0 && { tautan_unique_code: formatDecimal(order.uniqueCode, order.currency) }),
    currency: order.currency,
    ...methodFields(facts),
    expiry_time: timeText(order.expiresAt),
    ...refundFields(facts),
    ...customFields(link.customFields),
    ...(link.metadata != null && { metadata: link.metadata }),
  }
}

/** GMT+7 whatever the shop's zone, without saying so: Midtrans' form. */
export function timeText(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}

function methodFields({ order: { paymentMethod, instructions } }: TransactionFacts): Record<string, unknown> {
  const method = PAYMENT_TYPE[paymentMethod]
  switch (instructions.kind) {
    case 'virtualAccount':
      return {
        fraud_status: 'accept',
        ...(method.bank
          ? { va_numbers: [{ va_number: instructions.number, bank: method.bank }], payment_amounts: [] }
          : { permata_va_number: instructions.number }),
      }
    case 'bill':
      return { fraud_status: 'accept', biller_code: instructions.billerCode, bill_key: instructions.billKey }
    case 'storeCode':
      // Midtrans sends no fraud_status for these.
      return { store: method.store, payment_code: instructions.code }
    case 'qr':
    case 'card':
      return { fraud_status: 'accept' }
    case 'ownQr':
    case 'transfer':
    case 'delivery':
    case 'custom':
      return {}
  }
}

/** `refund_amount` is what went back in all, `refunds` how. */
function refundFields({ order, refunds }: TransactionFacts): Record<string, unknown> {
  if (refunds.length === 0) return {}
  return { refund_amount: formatDecimal(order.refundedAmount, order.currency), refunds: refunds.map((refund) => refundEntry(refund, order.currency)) }
}

function refundEntry({ id, number, key, amount, reason, channel, createdAt, completedAt }: RefundFacts, currency: Currency): Record<string, unknown> {
  return {
    refund_chargeback_id: number,
    refund_chargeback_uuid: id,
    refund_amount: formatDecimal(amount, currency),
    created_at: timeText(createdAt),
    ...(reason !== '' && { reason }),
    refund_key: key,
    refund_method: channel === 'rail' ? 'online' : 'offline',
    ...(channel === 'rail' && completedAt && { bank_confirmed_at: timeText(completedAt) }),
  }
}

function customFields(given: Record<string, string> | null): Record<string, string> {
  const named = ['custom_field1', 'custom_field2', 'custom_field3'].map((name) => [name, given?.[name]] as const)
  return Object.fromEntries(named.filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''))
}
