import type { CheckoutShop } from '@/lib/checkout/views'
import type { Wording } from '@/lib/i18n/wording'
import { whatsAppAddress } from './contact'
import { Icon } from './icon'

type Props = { wording: Wording; shop: CheckoutShop; label: string; text: string; className: string }

/** Opens WhatsApp with a draft to the shop, or says where else to ask. */
export function AskShop({ wording, shop, label, text, className }: Props) {
  const address = whatsAppAddress(shop.phone, text)
  if (!address) return <p className="screen-only px-2 text-center text-sm text-muted">{wording.t('closed.askElsewhere')}</p>
  return (
    <a href={address} rel="noopener" className={`${className} screen-only`}>
      <Icon name="chat" />
      <span className="min-w-0 text-balance" dir="auto">{label}</span>
    </a>
  )
}
