import type { CheckoutOrder } from '@/lib/checkout/views'
import type { Locale } from '@/lib/i18n/locales'
import type { Wording } from '@/lib/i18n/wording'
import { formatMoney } from '@/lib/money/format-money'
import { AskShop } from './ask-shop'
import { COLUMN, MAIN_BUTTON, QUIET_BUTTON } from './classes'
import { DocumentLink } from './document-link'
import { follow } from './follow'
import { MessageCard } from './message-card'
import { ReceiptFacts } from './receipt-facts'
import { ShopHeader } from './shop-header'

type Props = {
  wording: Wording
  order: CheckoutOrder
  /** The order's page, without and with what the customer's language adds to it. */
  path: string
  query: string
  languages: Record<Locale, string>
}

/** The money is there, the place is not: nothing is lost, and a person decides. */
export function PaidLatePage({ wording, order, path, query, languages }: Props) {
  const { t } = wording
  const { shop, orderId } = order
  const amount = formatMoney(order.amount, order.currency)
  return (
    <>
      <ShopHeader wording={wording} shop={shop} mode={order.mode} languages={languages} />
      <main className={`${COLUMN} flex flex-col gap-3 pb-6`} {...follow({ order, path, page: path + query })}>
        <MessageCard icon="clock" tone="warn" title={t('paidLate.title')}>
          <p className="text-xl font-bold text-ink tabular-nums">{amount}</p>
          <p>{t('paidLate.text', { shop: shop.name })}</p>
          <p className="font-medium text-ink">{t('paidLate.doNotPayAgain')}</p>
        </MessageCard>
        <ReceiptFacts wording={wording} order={order} />
        <AskShop
          wording={wording}
          shop={shop}
          label={t('closed.ask', { shop: shop.name })}
          text={t('paidLate.askText', { shop: shop.name, orderId, amount })}
          className={MAIN_BUTTON}
        />
        <DocumentLink wording={wording} order={order} kind="receipt" className={QUIET_BUTTON} />
      </main>
    </>
  )
}
