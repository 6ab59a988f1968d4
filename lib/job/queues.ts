/** What each kind of job is told. Only ids: the rows say the rest, as they are when the job runs. */
export type JobData = {
  /** An order changed: notifications follow from it. */
  'order-event': { eventId: string }
  /** A refund that its rail has yet to answer. */
  refund: { refundId: string }
  /** `attempt`: the number of this automatic attempt, so that a job that is run again knows whether it was made. */
  webhook: { deliveryId: string; trigger?: 'automatic' | 'manual'; attempt?: number }
  email: { messageId: string }
  /** A wish to bring a link to its customer, whose time may have come. */
  'link-message': { messageId: string }
  /** A text of `link_messages` to be handed over. */
  sms: { messageId: string }
  /** One browser to be called: each is tried on its own. */
  push: { newsId: string; subscriptionId: string }
  /** A file of links to be made, row by row. */
  'link-import': { importId: string }
  /** Many links to be paused, resumed, deleted or restored. */
  'bulk-change': { changeId: string }
  /** A file of links or orders to be written. */
  'data-export': { exportId: string }
}

export type QueueName = keyof JobData

type QueueOptions = {
  /** Tries after the first, when the worker throws or dies. */
  retryLimit: number
  /** Seconds before the first retry; doubles each time, up to `retryDelayMax`. */
  retryDelay: number
  retryDelayMax: number
  /** Seconds that one run may take. */
  expireInSeconds: number
}

/** A worker that dies is noticed when its jobs have not been touched for this long (pg-boss wants 10 at least). */
export const HEARTBEAT_SECONDS = 20

export const QUEUES = {
  'order-event': { retryLimit: 60, retryDelay: 1, retryDelayMax: 300, expireInSeconds: 60 },
  refund: { retryLimit: 4_000, retryDelay: 5, retryDelayMax: 600, expireInSeconds: 60 },
  // Attempts at an address are planned by lib/webhook; these retries are for workers that died.
  webhook: { retryLimit: 60, retryDelay: 1, retryDelayMax: 60, expireInSeconds: 60 },
  email: { retryLimit: 12, retryDelay: 30, retryDelayMax: 21_600, expireInSeconds: 120 },
  'link-message': { retryLimit: 60, retryDelay: 1, retryDelayMax: 300, expireInSeconds: 60 },
  // Retried only while a provider is busy or away: see lib/link-message/send-sms.ts.
  sms: { retryLimit: 8, retryDelay: 30, retryDelayMax: 3_600, expireInSeconds: 60 },
  push: { retryLimit: 5, retryDelay: 10, retryDelayMax: 600, expireInSeconds: 60 },
  // Long work that goes on where it stood; an export begins anew.
  'link-import': { retryLimit: 60, retryDelay: 1, retryDelayMax: 300, expireInSeconds: 3_600 },
  'bulk-change': { retryLimit: 60, retryDelay: 1, retryDelayMax: 300, expireInSeconds: 3_600 },
  'data-export': { retryLimit: 10, retryDelay: 5, retryDelayMax: 300, expireInSeconds: 3_600 },
} as const satisfies Record<QueueName, QueueOptions>

export const QUEUE_NAMES = Object.keys(QUEUES) as QueueName[]

/** Days that a job waits at most, through an outage of any length that matters. */
export const KEEP_DAYS = 30
