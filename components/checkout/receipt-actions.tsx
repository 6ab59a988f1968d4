import type { CheckoutOrder } from '@/lib/checkout/views'
import type { Wording } from '@/lib/i18n/wording'
import { AskShop } from './ask-shop'
import { QUIET_BUTTON } from './classes'
import { Icon } from './icon'

/** Keep it, or ask about it. */
export function ReceiptActions({ wording, order: { shop, orderId } }: { wording: Wording; order: CheckoutOrder }) {
  const { t } = wording
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <button type="button" data-print="" className={`${QUIET_BUTTON} script-only screen-only`}>
        <Icon name="download" />
        {t('paid.save')}
      </button>
      <AskShop
        wording={wording}
        shop={shop}
        label={t('paid.ask')}
        text={t('instructions.askText', { shop: shop.name, orderId })}
        className={QUIET_BUTTON}
      />
    </div>
  )
}
