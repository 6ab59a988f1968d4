import type { CheckoutOrder } from '@/lib/checkout/views'
import type { Wording } from '@/lib/i18n/wording'
import { AskShop } from './ask-shop'
import { QUIET_BUTTON } from './classes'
import { DocumentLink } from './document-link'

/** Keep it, print it, or ask about it. */
export function ReceiptActions({ wording, order }: { wording: Wording; order: CheckoutOrder }) {
  const { t, documents } = wording
  const { shop, orderId } = order
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <DocumentLink wording={wording} order={order} kind="receipt" className={QUIET_BUTTON} />
      <button type="button" data-print="" className={`${QUIET_BUTTON} script-only screen-only`}>
        {documents('print')}
      </button>
      <AskShop
        wording={wording}
        shop={shop}
        label={t('paid.ask')}
        text={t('instructions.askText', { shop: shop.name, orderId })}
        className={`${QUIET_BUTTON} sm:col-span-2`}
      />
    </div>
  )
}
