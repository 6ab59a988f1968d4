import type { CheckoutOrder } from '@/lib/checkout/views'
import type { Locale } from '@/lib/i18n/locales'
import type { Wording } from '@/lib/i18n/wording'
import { formatMoney } from '@/lib/money/format-money'
import { CARD, COLUMN } from './classes'
import { formatMoment } from './format-moment'
import { MessageCard } from './message-card'
import { ReceiptActions } from './receipt-actions'
import { ReceiptFacts } from './receipt-facts'
import { ShopHeader } from './shop-header'
import { ShopWords } from './shop-words'

type Props = { wording: Wording; order: CheckoutOrder; languages: Record<Locale, string> }

/** Money went back: how much, when, and what the shop keeps. Still the receipt of what was paid. */
export function RefundedPage({ wording, order, languages }: Props) {
  const { t } = wording
  const { amount, currency, refunds, shop, status } = order
  const refunded = refunds.reduce((sum, refund) => sum + refund.amount, 0)
  const money = (value: number) => formatMoney(value, currency)
  const kind = status === 'refunded' ? 'all' : 'part'
  return (
    <>
      <ShopHeader wording={wording} shop={shop} mode={order.mode} languages={languages} />
      <main className={`${COLUMN} flex flex-col gap-3 pb-6`}>
        <MessageCard icon="back" tone="ok" title={t(`refunded.${kind}`)}>
          <p className="text-xl font-bold text-ink tabular-nums">{money(refunded)}</p>
          <p>{t(`refunded.${kind}Text`, { shop: shop.name })}</p>
          <p className="text-sm">{t('refunded.duration')}</p>
        </MessageCard>
        <section className={`${CARD} px-4`} aria-labelledby="refunds-heading">
          <h2 id="refunds-heading" className="pt-3 font-semibold">{t('refunded.heading')}</h2>
          <dl>
            {row(t('refunded.paid'), money(amount))}
            {refunds.map((refund, index) => (
              <div key={index} className="flex justify-between gap-4 border-t border-line py-3">
                <dt className="min-w-0 text-muted">{formatMoment(refund.at, { wording, timeZone: shop.timeZone })}</dt>
                <dd className="flex-none text-right tabular-nums">{money(-refund.amount)}</dd>
              </div>
            ))}
            {row(t('refunded.rest'), money(amount - refunded), 'font-semibold')}
          </dl>
        </section>
        <ReceiptFacts wording={wording} order={order} />
        <ShopWords shop={{ ...shop, thankYou: null }} />
        <ReceiptActions wording={wording} order={order} />
      </main>
    </>
  )
}

const row = (label: string, value: string, className = '') => (
  <div className={`flex justify-between gap-4 border-line py-3 not-first:border-t ${className}`}>
    <dt className="min-w-0 text-muted">{label}</dt>
    <dd className="flex-none text-right tabular-nums">{value}</dd>
  </div>
)
