import type { ReactNode } from 'react'
import type { CheckoutOrder } from '@/lib/checkout/views'
import type { WayBack } from '@/lib/checkout/way-back'
import type { Locale } from '@/lib/i18n/locales'
import type { Wording } from '@/lib/i18n/wording'
import { formatMoney } from '@/lib/money/format-money'
import { isOwn } from '@/lib/payment/instructions'
import { AskShop } from './ask-shop'
import { CardForm, type CardProblems } from './card-form'
import { ClaimRejected } from './claim-rejected'
import { COLUMN, QUIET_BUTTON, TEXT_BUTTON } from './classes'
import { DocumentLink } from './document-link'
import { follow } from './follow'
import { formatMoment } from './format-moment'
import { GuideList } from './guide-list'
import { OrderHeader } from './order-header'
import { OwnWays, type OwnInstructionsProps } from './own-instructions'
import { PaymentCode } from './payment-code'
import { LanguageSwitch } from './shop-header'
import { SimulatorPanel } from './simulator-panel'
import { WayBackLink } from './way-back-link'

const NEWS = ['settle', 'deny', 'expire'] as const
/** What Midtrans calls pre-authorisation depends on the shop's contract, not on the card: no published number asks for it. */
const CARD_NEWS = ['authorize', ...NEWS] as const

export type InstructionsPageProps = {
  wording: Wording
  order: CheckoutOrder
  at: Date
  /** The QR code's drawing as SVG, for methods that are paid by one. */
  qr: string | null
  /** The same of the shop's own QRIS. */
  ownQr: OwnInstructionsProps['qr']
  /** Where to go on when the order has changed. */
  turned: string
  way: WayBack | null
  /** The order's page, without and with what the customer's language adds to it. */
  path: string
  query: string
  languages: Record<Locale, string>
  problems?: CardProblems
  /** Where the customer says that they have paid. */
  claim?: ReactNode
}

/** A pending order: everything needed to pay it from the same phone. */
export function InstructionsPage({ wording, order, at, qr, ownQr, path, query, turned, way, languages, problems = {}, claim = null }: InstructionsPageProps) {
  const { t } = wording
  const { shop, instructions } = order
  return (
    <>
      <OrderHeader wording={wording} order={order} at={at} />
      <main className={`${COLUMN} flex flex-col gap-4 py-4`} {...follow({ order, path, page: turned })}>
        <div className="flex items-start justify-between gap-3">
          <div>
            <h1 className="text-lg font-bold break-words" dir="auto">{headingOf()}</h1>
            <p className="text-sm text-muted">{t(instructions.kind === 'delivery' ? 'own.delivery.open' : 'instructions.payBefore', { when: formatMoment(order.expiresAt, { wording, timeZone: shop.timeZone }) })}</p>
          </div>
          <LanguageSwitch wording={wording} languages={languages} />
        </div>
        <ClaimRejected wording={wording} order={order} />
        {isOwn(instructions) ? (
          <OwnWays wording={wording} order={order} instructions={instructions} at={at} qr={ownQr} path={path} />
        ) : (
          <PaymentCode wording={wording} order={order} instructions={instructions} qr={qr} path={path} />
        )}
        {order.instructions.kind === 'card' && order.mode === 'test' && (
          <CardForm
            wording={wording}
            action={`${path}/card${query}`}
            payLabel={t('pay', { amount: formatMoney(order.amount, order.currency) })}
            problems={problems}
          />
        )}
        {claim}
        <GuideList wording={wording} method={order.paymentMethod} />
        {instructions.kind !== 'delivery' && <p className="text-center text-sm text-muted">{isOwn(instructions) ? ownWaiting() : t('instructions.waiting')}</p>}
        {order.isLinkOpen && (
          <form method="post" action={`${path}/other-method${query}`} className="screen-only">
            <button type="submit" className={TEXT_BUTTON}>{t('instructions.otherMethod')}</button>
          </form>
        )}
        <DocumentLink wording={wording} order={order} kind="invoice" className={QUIET_BUTTON} />
        {way && <WayBackLink wording={wording} way={way} />}
        {order.mode === 'test' && (
          <SimulatorPanel wording={wording} action={`${path}/simulate${query}`} news={order.instructions.kind === 'card' ? CARD_NEWS : NEWS} />
        )}
        <AskShop
          wording={wording}
          shop={shop}
          label={t('instructions.askShop', { shop: shop.name })}
          text={t('instructions.askText', { shop: shop.name, orderId: order.orderId })}
          className={QUIET_BUTTON}
        />
      </main>
    </>
  )

  /** It does not ask again by itself without JavaScript: a proof may be being chosen. */
  function ownWaiting() {
    return (
      <>
        {t('own.waiting')} <span className="script-only">{t('own.turns')}</span>
        <noscript>{t('own.reload')}</noscript>
      </>
    )
  }

  function headingOf(): string {
    if (instructions.kind === 'delivery') return t('own.delivery.title', { shop: shop.name })
    return isOwn(instructions) ? instructions.label : wording.methodName(order.paymentMethod)
  }
}
