import 'server-only'
import type { OrderEventFacts } from '@/lib/notification/facts'
import { timeText, TRANSACTION_STATUS, transactionFields, type TransactionFields } from '@/lib/notification/transaction-fields'
import { TEST_EVENT } from './schema'
import { signatureKey } from './signature'

/**
 * What is posted: Midtrans' notification (docs "HTTP notification / webhooks"), so that a receiver
 * written for it works unchanged. Two fields are ours: `event_type` (what endpoints subscribe to)
 * and `tautan_status`.
 */
export type NotificationBody = TransactionFields & { event_type: string }

const MESSAGE = 'Tautan payment notification'

export function notificationBody(event: OrderEventFacts, serverKey: string): NotificationBody {
  const { to } = event
  return {
    ...transactionFields({ ...event, status: to }, { code: TRANSACTION_STATUS[to].told, message: MESSAGE, serverKey }),
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
