import type { ReactNode } from 'react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useCountText } from '@/components/ui/use-count-text'
import type { LinkDetails } from '@/lib/link/views'
import { formatMoney } from '@/lib/money/format-money'
import type { LinkOrderCounts } from '@/lib/order/views'
import { ordersAddress } from './orders-address'

/** What came of a link so far. Each number leads to its orders. */
export function LinkStats({ link, orders }: { link: LinkDetails; orders: LinkOrderCounts }) {
  const t = useTranslations('links.details')
  const countText = useCountText()
  const { denied, cancelled, expired, paid } = orders
  const closed = denied + cancelled + expired
  const reasons = [
    denied > 0 && t('closedDenied', { count: denied }),
    cancelled > 0 && t('closedCancelled', { count: cancelled }),
    expired > 0 && t('closedExpired', { count: expired }),
  ].filter((reason) => reason !== false)
  const limit = link.usageLimit === null ? t('paidUnlimited') : t('paidOf', { limit: countText(link.usageLimit) })

  return (
    <ul className="mb-4 grid grid-cols-2 gap-3 md:gap-4 lg:grid-cols-4">
      <Stat label={t('paid')} href={ordersAddress(link.id, 'paid')} isGood={link.usedCount > 0} hint={`${limit} · ${t('seeOrders')}`}>
        {countText(link.usedCount)}
      </Stat>
      <Stat label={t('waiting')} href={ordersAddress(link.id, 'pending')} hint={t('waitingHint', { count: link.heldCount })}>
        {countText(link.heldCount)}
      </Stat>
      <Stat label={t('income')} isWide href={ordersAddress(link.id)} hint={t('orderCount', { count: paid })}>
        {formatMoney(orders.paidAmount, link.currency)}
      </Stat>
      <Stat label={t('closed')} isWide href={ordersAddress(link.id, 'not_completed')} hint={reasons.join(', ') || t('closedNone')}>
        {countText(closed)}
      </Stat>
    </ul>
  )
}

type StatProps = {
  label: string
  href: string
  hint: string
  isGood?: boolean
  /** Both columns of a phone, where an amount would break within its digits. */
  isWide?: boolean
  children: ReactNode
}

function Stat({ label, href, hint, isGood = false, isWide = false, children }: StatProps) {
  return (
    <li className={isWide ? 'min-w-0 max-sm:col-span-2' : 'min-w-0'}>
      <Link href={href} className="flex h-full flex-col rounded-lg border bg-card p-4 hover:border-line-strong hover:bg-subtle/50">
        <span className="text-sm text-muted">{label}</span>
        <span className={`mt-1 text-lg font-bold wrap-anywhere tabular-nums ${isGood ? 'text-accent' : ''}`}>{children}</span>
        <span className="mt-1 text-xs text-muted">{hint}</span>
      </Link>
    </li>
  )
}
