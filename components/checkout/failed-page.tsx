import type { ReactNode } from 'react'
import type { CheckoutLink, CheckoutOrder } from '@/lib/checkout/views'
import type { WayBack } from '@/lib/checkout/way-back'
import type { Locale } from '@/lib/i18n/locales'
import type { Wording } from '@/lib/i18n/wording'
import type { ClosedReason } from '@/lib/link/status'
import { formatMoney } from '@/lib/money/format-money'
import { AskShop } from './ask-shop'
import { ClaimRejected } from './claim-rejected'
import { COLUMN, MAIN_BUTTON, QUIET_BUTTON } from './classes'
import { closedText } from './closed-text'
import { follow } from './follow'
import { MessageCard } from './message-card'
import { ShopHeader } from './shop-header'
import { SimulatorPanel } from './simulator-panel'
import { WayBackLink } from './way-back-link'

type Props = {
  wording: Wording
  order: CheckoutOrder
  status: 'denied' | 'expired' | 'cancelled'
  link: CheckoutLink
  /** Why the link cannot be tried again; null when it can. */
  reason: ClosedReason | null
  at: Date
  retry: string
  way: WayBack | null
  /** The order's page, without and with what the customer's language adds to it. */
  path: string
  query: string
  languages: Record<Locale, string>
  /** For who paid all the same. */
  claim: ReactNode
}

const ICONS = { denied: 'cross', expired: 'clock', cancelled: 'cross' } as const

/** An order that came to nothing: what happened, and the way on. */
export function FailedPage({ wording, order, status, link, reason, at, retry, way, path, query, languages, claim }: Props) {
  const { t } = wording
  const { shop } = order
  return (
    <>
      <ShopHeader wording={wording} shop={shop} mode={order.mode} languages={languages} />
      <main className={`${COLUMN} flex flex-col gap-3 pb-6`} {...follow({ order, path, page: path + query })}>
        <MessageCard icon={ICONS[status]} tone={status === 'denied' ? 'bad' : 'warn'} title={t(`failed.${status}`)}>
          <p className="font-medium text-ink">
            <bdi>{order.linkName}</bdi> · <span className="tabular-nums">{formatMoney(order.amount, order.currency)}</span>
          </p>
          <p>{t(`failed.${status}Text`)}</p>
          {reason && <p>{closedText({ wording, link, reason, freesAt: null, at }).text}</p>}
          <p className="text-sm break-all">{order.orderId}</p>
        </MessageCard>
        {claim && <ClaimRejected wording={wording} order={order} />}
        {(reason === null || reason === 'allHeld') && <a href={retry} className={MAIN_BUTTON}>{t('failed.retry')}</a>}
        {claim}
        {way && <WayBackLink wording={wording} way={way} />}
        <AskShop
          wording={wording}
          shop={shop}
          label={t('closed.ask', { shop: shop.name })}
          text={t('instructions.askText', { shop: shop.name, orderId: order.orderId })}
          className={reason === null || reason === 'allHeld' ? QUIET_BUTTON : MAIN_BUTTON}
        />
        {order.mode === 'test' && <SimulatorPanel wording={wording} action={`${path}/simulate${query}`} news={['settle']} isLate />}
      </main>
    </>
  )
}
