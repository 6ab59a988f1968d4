import 'server-only'
import type { OrderEventFacts } from '@/lib/notification/facts'
import type { OrderStatus } from '@/lib/order/status'
import type { PaymentMethod } from '@/lib/payment/methods'
import { TEST_EVENT } from './schema'
import { signatureKey } from './signature'

/**
 * What is posted: Midtrans' notification (docs "HTTP notification / webhooks"), so that a receiver
 * written for it works unchanged. Every scalar is text, what is not known is left out, never null.
 * Two fields are ours: `event_type` (what endpoints subscribe to) and `tautan_status`.
 */
export type NotificationBody = {
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
  event_type: string
  [field: string]: unknown
}

type TransactionStatus = 'pending' | 'authorize' | 'settlement' | 'deny' | 'cancel' | 'expire' | 'partial_refund' | 'refund'

/**
 * Paid is `settlement` for cards too: our rails say so once, when the money is there, and then there
 * is no `capture` before it. Late money is money: `tautan_status` tells it apart.
 */
const STATUS = {
  pending: { status: 'pending', code: '201' },
  authorized: { status: 'authorize', code: '200' },
  paid: { status: 'settlement', code: '200' },
  paid_late: { status: 'settlement', code: '200' },
  partially_refunded: { status: 'partial_refund', code: '200' },
  refunded: { status: 'refund', code: '200' },
  denied: { status: 'deny', code: '202' },
  cancelled: { status: 'cancel', code: '202' },
  expired: { status: 'expire', code: '202' },
} as const satisfies Record<OrderStatus, { status: TransactionStatus; code: string }>

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
}

/** Midtrans' word for a status: `settlement`, `partial_refund`, … */
export const transactionStatusOf = (status: OrderStatus): TransactionStatus => STATUS[status].status

/** Midtrans' `payment_type` of a method: `bank_transfer`, `qris`, … */
export const paymentTypeOf = (method: PaymentMethod): string => PAYMENT_TYPE[method].type

const MESSAGE = 'Tautan payment notification'

export function notificationBody(event: OrderEventFacts, serverKey: string): NotificationBody {
  const { order, link, merchant, to } = event
  const { status, code } = STATUS[to]
  const grossAmount = amountText(order.amount)
  return {
    transaction_time: timeText(order.createdAt),
    transaction_status: status,
    transaction_id: order.id,
    status_message: MESSAGE,
    status_code: code,
    signature_key: signatureKey({ orderId: order.orderId, statusCode: code, grossAmount, serverKey }),
    ...(order.paidAt && { settlement_time: timeText(order.paidAt) }),
    payment_type: PAYMENT_TYPE[order.paymentMethod].type,
    order_id: order.orderId,
    merchant_id: merchant.id,
    gross_amount: grossAmount,
    currency: order.currency,
    ...methodFields(event),
    expiry_time: timeText(order.expiresAt),
    ...refundFields(event),
    ...customFields(link.customFields),
    ...(link.metadata != null && { metadata: link.metadata }),
    event_type: `order.${to}`,
    tautan_status: to,
  }
}

/** What the test button posts: of the right form, about an order that does not exist (as Midtrans' own button does). */
export function testBody({ merchantId, id, serverKey, at }: { merchantId: string; id: string; serverKey: string; at: Date }): NotificationBody {
  const [orderId, statusCode, grossAmount] = [`payment_notif_test_${merchantId}_${id}`, '200', '10000.00']
  return {
    transaction_time: timeText(at),
    transaction_status: 'settlement',
    transaction_id: id,
    status_message: MESSAGE,
    status_code: statusCode,
    signature_key: signatureKey({ orderId, statusCode, grossAmount, serverKey }),
    settlement_time: timeText(at),
    payment_type: 'qris',
    order_id: orderId,
    merchant_id: merchantId,
    gross_amount: grossAmount,
    fraud_status: 'accept',
    currency: 'IDR',
    event_type: TEST_EVENT,
  }
}

/** GMT+7 whatever the shop's zone, without saying so: Midtrans' form. */
export function timeText(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}

/** Rupiah are whole, Midtrans writes two decimals. @param amount in minor units */
export const amountText = (amount: number): string => `${amount}.00`

function methodFields({ order: { paymentMethod, instructions } }: OrderEventFacts): Record<string, unknown> {
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
  }
}

/** `refund_amount` is what went back in all, `refunds` how. */
function refundFields({ order, refunds }: OrderEventFacts): Record<string, unknown> {
  if (refunds.length === 0) return {}
  return {
    refund_amount: amountText(order.refundedAmount),
    refunds: refunds.map(({ id, key, amount, reason, channel, createdAt, completedAt }) => ({
      refund_chargeback_uuid: id,
      refund_amount: amountText(amount),
      created_at: timeText(createdAt),
      reason,
      refund_key: key,
      refund_method: channel === 'rail' ? 'online' : 'offline',
      ...(channel === 'rail' && completedAt && { bank_confirmed_at: timeText(completedAt) }),
    })),
  }
}

function customFields(given: Record<string, string> | null): Record<string, string> {
  const named = ['custom_field1', 'custom_field2', 'custom_field3'].map((name) => [name, given?.[name]] as const)
  return Object.fromEntries(named.filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''))
}
