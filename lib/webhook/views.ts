import type { DELIVERY_STATES, EVENT_TYPES, RETRY_POLICIES, TEST_EVENT } from './schema'

/** What the webhook screens see. Secrets have actions of their own. */

export type EventType = (typeof EVENT_TYPES)[number]
export type RetryPolicy = (typeof RETRY_POLICIES)[number]
export type EndpointState = 'enabled' | 'paused' | 'disabled'
export type DisabledReason = 'gone' | 'failing'
export type DeliveryState = (typeof DELIVERY_STATES)[number]
export type AttemptTrigger = 'automatic' | 'manual'

export type EndpointView = {
  id: string
  url: string
  description: string
  /** Empty: all. */
  events: EventType[]
  retryPolicy: RetryPolicy
  state: EndpointState
  /** gone: it answered 410; failing: nothing but failures for days. */
  disabledReason: DisabledReason | null
  /** Since when every attempt has failed; null when the last one did not. */
  failingSince: Date | null
  previousSecretExpiresAt: Date | null
  createdAt: Date
  pendingCount: number
  failedCount: number
}

/** Why an attempt did not succeed; texts under `webhooks.errors`. Null beside an answer that was simply no 2xx. */
export type AttemptError =
  /** No whole answer within 15 seconds. */
  | 'timeout'
  /** Its name leads to this machine, a private network or a cloud's inside. */
  | 'refusedAddress'
  | 'dns'
  | 'connection'
  | 'tls'
  /** It sent us elsewhere in a way that is not followed. */
  | 'redirect'
  /** It answered with more than is read; the status counts all the same. */
  | 'tooLarge'
  /** It answered something that is no HTTP. */
  | 'unreadable'
  /** Nothing was sent: the endpoint was deleted or disabled meanwhile. */
  | 'stopped'

export type DeliveryView = {
  /** Shown as `msg_<id>`, the `webhook-id`. */
  id: string
  type: EventType | typeof TEST_EVENT
  /** The order's row id. */
  orderId: string | null
  /** `<link order id>-<13-digit milliseconds>` */
  orderName: string | null
  state: DeliveryState
  attemptCount: number
  nextAttemptAt: Date | null
  createdAt: Date
  completedAt: Date | null
  lastStatusCode: number | null
  lastError: AttemptError | null
}

export type OrderDelivery = DeliveryView & { url: string }

export type DeliveryPage = { deliveries: DeliveryView[]; next: string | null }

export type AttemptView = {
  number: number
  trigger: AttemptTrigger
  at: Date
  durationMs: number
  statusCode: number | null
  error: AttemptError | null
  requestHeaders: Record<string, string>
  responseHeaders: Record<string, string> | null
  /** The first 4 KiB. */
  responseBody: string | null
}

export type DeliveryDetails = DeliveryView & {
  url: string
  /** The body, byte for byte, as every attempt sends it. */
  payload: string
  /** Newest first. */
  attempts: AttemptView[]
}

export type EndpointSecrets = { secret: string; previousSecret: string | null }
