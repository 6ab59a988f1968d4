import type { CheckoutOrder } from '@/lib/checkout/views'
import type { Locale } from '@/lib/i18n/locales'
import type { Wording } from '@/lib/i18n/wording'
import { formatMoney } from '@/lib/money/format-money'
import { AskShop } from './ask-shop'
import { CARD, COLUMN, QUIET_BUTTON } from './classes'
import { formatMoment } from './format-moment'
import { Icon } from './icon'
import { ShopHeader } from './shop-header'

type Props = { wording: Wording; order: CheckoutOrder; languages: Record<Locale, string> }

/** A paid order: the receipt, to keep or to print. */
export function ReceiptPage({ wording, order, languages }: Props) {
  const { t } = wording
  const { shop, items, linkName } = order
  const item = items.length > 1 ? t('paid.items', { name: items[0]?.name ?? linkName, count: items.length - 1 }) : (items[0]?.name ?? linkName)
  const facts = [
    { label: t('paid.item'), value: item },
    { label: t('paid.method'), value: wording.methodName(order.paymentMethod) },
    { label: t('paid.time'), value: formatMoment(order.paidAt ?? order.createdAt, { wording, timeZone: shop.timeZone }) },
    { label: t('paid.order'), value: order.orderId },
  ]
  return (
    <>
      <ShopHeader wording={wording} shop={shop} mode={order.mode} languages={languages} />
      <main className={`${COLUMN} flex flex-col gap-3 pb-6`}>
        <section className={`${CARD} px-6 py-8 text-center`}>
          <span className="mx-auto flex size-16 items-center justify-center rounded-full bg-ok-soft text-ok">
            <Icon name="check" className="size-8" />
          </span>
          <h1 className="sr-only">{t('paid.title')}</h1>
          <p className="mt-4 text-xl font-bold tabular-nums">{formatMoney(order.amount, order.currency)}</p>
          <p className="mt-1 font-semibold text-ok">{t('paid.status')}</p>
        </section>
        <dl className={`${CARD} px-4`}>
          {facts.map(({ label, value }) => (
            <div key={label} className="flex justify-between gap-4 border-line py-3 not-first:border-t">
              <dt className="flex-none text-muted">{label}</dt>
              <dd className="min-w-0 text-right break-words tabular-nums" dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
        <div className="grid gap-3 sm:grid-cols-2">
          <button type="button" data-print="" className={`${QUIET_BUTTON} script-only screen-only`}>
            <Icon name="download" />
            {t('paid.save')}
          </button>
          <AskShop
            wording={wording}
            shop={shop}
            label={t('paid.ask')}
            text={t('instructions.askText', { shop: shop.name, orderId: order.orderId })}
            className={QUIET_BUTTON}
          />
        </div>
      </main>
    </>
  )
}
