import type { CheckoutOrder } from '@/lib/checkout/views'
import type { Wording } from '@/lib/i18n/wording'
import { COLUMN } from './classes'
import { Avatar, TestRibbon } from './shop-header'
import { timeLeft } from './time-left'

/** A clock of days hurries nobody: the page says until when, in words. */
const LONGEST_COUNTDOWN_MS = 48 * 60 * 60_000

type Props = { wording: Wording; order: CheckoutOrder; at: Date }

/** Whose order, and how long it may be paid. */
export function OrderHeader({ wording, order, at }: Props) {
  const left = order.expiresAt.getTime() - at.getTime()
  return (
    <header className="border-b border-line bg-card">
      {order.mode === 'test' && <TestRibbon wording={wording} />}
      <div className={`${COLUMN} flex items-center gap-3 py-3`}>
        <Avatar shop={order.shop} size="size-10" />
        <div className="min-w-0 flex-1">
          <p className="font-semibold break-words" dir="auto">{order.shop.name}</p>
          <p className="text-xs break-all text-muted">
            <span className="sr-only">{wording.t('instructions.order')} </span>
            {order.orderId}
          </p>
        </div>
        {left <= LONGEST_COUNTDOWN_MS && (
          <p className="flex-none text-right">
            <span className="block text-xs text-muted">{wording.t('instructions.timeLeft')}</span>
            <span role="timer" data-left={left} className="font-semibold text-warn tabular-nums">{timeLeft(left)}</span>
          </p>
        )}
      </div>
    </header>
  )
}
