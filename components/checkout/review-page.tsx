import type { ReactNode } from 'react'
import type { CheckoutOrder } from '@/lib/checkout/views'
import type { WayBack } from '@/lib/checkout/way-back'
import type { Locale } from '@/lib/i18n/locales'
import type { Wording } from '@/lib/i18n/wording'
import { formatMoney } from '@/lib/money/format-money'
import { AskShop } from './ask-shop'
import { COLUMN, QUIET_BUTTON } from './classes'
import { follow } from './follow'
import { MessageCard } from './message-card'
import { ReceiptFacts } from './receipt-facts'
import { ShopHeader } from './shop-header'
import { WayBackLink } from './way-back-link'

type Props = {
  wording: Wording
  order: CheckoutOrder
  way: WayBack | null
  /** The order's page, without and with what the customer's language adds to it. */
  path: string
  query: string
  languages: Record<Locale, string>
  /** What was sent, and how to send more. */
  claim: ReactNode
}

/** The customer says that they have paid: it is the shop's turn to look. */
export function ReviewPage({ wording, order, claim, way, path, query, languages }: Props) {
  const { t } = wording
  const { shop, orderId } = order
  return (
    <>
      <ShopHeader wording={wording} shop={shop} mode={order.mode} languages={languages} />
      <main className={`${COLUMN} flex flex-col gap-3 pb-6`} {...follow({ order, path, page: path + query })}>
        <MessageCard icon="clock" tone="warn" title={t('review.title')}>
          <p className="text-xl font-bold text-ink tabular-nums">{formatMoney(order.amount, order.currency)}</p>
          <p>{t('review.text', { shop: shop.name })}</p>
        </MessageCard>
        {claim}
        <ReceiptFacts wording={wording} order={order} />
        {way && <WayBackLink wording={wording} way={way} isMain />}
        <AskShop
          wording={wording}
          shop={shop}
          label={t('closed.ask', { shop: shop.name })}
          text={t('instructions.askText', { shop: shop.name, orderId })}
          className={QUIET_BUTTON}
        />
      </main>
    </>
  )
}
