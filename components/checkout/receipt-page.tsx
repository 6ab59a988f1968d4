import type { CheckoutOrder } from '@/lib/checkout/views'
import type { OpenRest, PaidRest } from '@/lib/confirmation/views'
import type { WayBack } from '@/lib/checkout/way-back'
import type { Locale } from '@/lib/i18n/locales'
import type { Wording } from '@/lib/i18n/wording'
import { formatMoney } from '@/lib/money/format-money'
import { CARD, COLUMN, MAIN_BUTTON } from './classes'
import { Icon } from './icon'
import { ReceiptActions } from './receipt-actions'
import { ReceiptFacts } from './receipt-facts'
import { ShopHeader } from './shop-header'
import { ShopWords } from './shop-words'
import { WayBackLink } from './way-back-link'

type Props = {
  wording: Wording
  order: CheckoutOrder
  /** The order that brought what was missing of this one. */
  rest: PaidRest | null
  /** Where what is missing can be paid. */
  openRest: OpenRest | null
  way: WayBack | null
  /** This page's address without going on by itself; null when it stays anyway. */
  stay: string | null
  languages: Record<Locale, string>
}

/** A paid order: the receipt, to keep or to print. */
export function ReceiptPage({ wording, order, rest, openRest, way, stay, languages }: Props) {
  const { t } = wording
  return (
    <>
      <ShopHeader wording={wording} shop={order.shop} mode={order.mode} languages={languages} />
      <main className={`${COLUMN} flex flex-col gap-3 pb-6`}>
        <section className={`${CARD} px-6 py-8 text-center`}>
          <span className="mx-auto flex size-16 items-center justify-center rounded-full bg-ok-soft text-ok">
            <Icon name="check" className="size-8" />
          </span>
          <h1 className="sr-only">{t('paid.title')}</h1>
          <p className="mt-4 text-xl font-bold tabular-nums">{formatMoney(order.amount, order.currency)}</p>
          {openRest ? (
            <p className="mt-1 font-semibold text-warn">{t('paid.statusLess', { amount: formatMoney(openRest.amount, order.currency) })}</p>
          ) : (
            <p className="mt-1 font-semibold text-ok">{t('paid.status')}</p>
          )}
        </section>
        {openRest && (
          <a href={`/p/${openRest.slug}`} className={`${MAIN_BUTTON} screen-only`}>{t('paid.payRest', { amount: formatMoney(openRest.amount, order.currency) })}</a>
        )}
        {way && <WayBackLink wording={wording} way={way} isMain={!openRest} stay={stay} />}
        <ShopWords shop={order.shop} />
        <ReceiptFacts wording={wording} order={order} rest={rest} />
        <ReceiptActions wording={wording} order={order} />
      </main>
    </>
  )
}
