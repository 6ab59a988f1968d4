import type { CheckoutOrder } from '@/lib/checkout/views'

type Followed = {
  order: Pick<CheckoutOrder, 'status'>
  path: string
  /** Where to go on when it has changed. */
  page: string
}

/** Seconds would be wasted on somebody who waits for days. */
const EVERY_MS = { pending: 3_000, other: 15_000 } as const

/** Makes an open page ask what became of its order, and show it. Read by `browser/follow-status.ts`. */
export function follow({ order: { status }, path, page }: Followed) {
  return {
    'data-follow': `${path}/status`,
    'data-status': status,
    'data-page': page,
    'data-every': status === 'pending' ? EVERY_MS.pending : EVERY_MS.other,
  }
}
