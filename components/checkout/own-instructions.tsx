import type { CheckoutOrder } from '@/lib/checkout/views'
import type { Wording } from '@/lib/i18n/wording'
import { formatMoney, plainAmount } from '@/lib/money/format-money'
import type { OwnInstructions } from '@/lib/payment/instructions'
import { findBank } from '@/lib/receiving/banks'
import { isChangedLately } from '@/lib/receiving/rules'
import { CARD } from './classes'
import { CodedAmount, CodeLines } from './code-lines'
import { CopyRow } from './copy-row'
import { Notice } from './notice'
import { OwnQr } from './own-qr'

export type OwnInstructionsProps = {
  wording: Wording
  order: CheckoutOrder
  instructions: OwnInstructions
  at: Date
  /** The codes' drawings as SVG: with the amount inside, and the shop's original. */
  qr: { exact: string; original: string } | null
  path: string
}

/** What a customer needs to pay the shop itself, from the only phone they have. */
export function OwnWays({ wording, order, instructions, at, qr, path }: OwnInstructionsProps) {
  const { t } = wording
  const isChanged = isChangedLately(new Date(instructions.changedAt), at)
  return (
    <>
      {isChanged && instructions.kind !== 'delivery' && <Notice tone="warn">{t('own.changed')}</Notice>}
      {order.needsMatching && <Notice tone="warn">{t('own.noCode', { orderId: order.orderId })}</Notice>}
      {waysOf()}
    </>
  )

  function waysOf() {
    switch (instructions.kind) {
      case 'ownQr':
        return <OwnQr wording={wording} order={order} instructions={instructions} qr={qr} path={path} />
      case 'transfer':
        return <Transfer wording={wording} order={order} instructions={instructions} />
      case 'delivery':
        return <Delivery wording={wording} order={order} note={instructions.note} />
      case 'custom':
        return (
          <section className={CARD}>
            <h2 className="px-4 pt-4 font-semibold">{t('own.custom.heading', { shop: order.shop.name })}</h2>
            <p className="p-4 pt-2 break-words whitespace-pre-line select-text" dir="auto">{instructions.text}</p>
            <CopyRow wording={wording} label={t('instructions.amount')} shown={formatMoney(order.amount, order.currency)} copied={plainAmount(order.amount, order.currency)} />
          </section>
        )
    }
  }
}

type Of<Kind extends OwnInstructions['kind']> = { wording: Wording; order: CheckoutOrder; instructions: Extract<OwnInstructions, { kind: Kind }> }

function Transfer({ wording, order, instructions: { bank, number, holder } }: Of<'transfer'>) {
  const { t } = wording
  const isWallet = findBank(bank)?.isWallet === true
  return (
    <section className={CARD}>
      <div className="p-4">
        <span className="block text-sm text-muted">{t(isWallet ? 'own.transfer.wallet' : 'own.transfer.bank')}</span>
        <strong className="text-lg font-bold break-words" dir="auto">{bank}</strong>
      </div>
      <CopyRow wording={wording} label={t(isWallet ? 'own.transfer.walletNumber' : 'own.transfer.number')} shown={number} copied={number.replaceAll(/[^0-9A-Za-z]/g, '')} />
      <CopyRow wording={wording} label={t('own.transfer.holder')} shown={holder} copied={holder} />
      <CopyRow wording={wording} label={t('own.transfer.exactly')} shown={<CodedAmount order={order} />} copied={plainAmount(order.amount, order.currency)} />
      {order.uniqueCode !== 0 && <p className="px-4 pb-3 text-sm text-warn">{t('own.codeAdded', { shop: order.shop.name })}</p>}
      <CodeLines wording={wording} order={order} />
    </section>
  )
}

function Delivery({ wording, order, note }: { wording: Wording; order: CheckoutOrder; note: string }) {
  const { t } = wording
  const { shop, shipsTo } = order
  return (
    <>
      <section className={CARD}>
        <p className="p-4">
          <span className="block text-sm text-muted">{t('own.delivery.ready')}</span>
          <strong className="text-xl font-bold tabular-nums">{formatMoney(order.amount, order.currency)}</strong>
        </p>
        {shipsTo && (
          <p className="border-t border-line p-4 break-words">
            <span className="block text-sm text-muted">{t('own.delivery.to')}</span>
            <span dir="auto">{shipsTo.name}, {shipsTo.city}</span>
          </p>
        )}
        {note && (
          <p className="border-t border-line p-4 break-words whitespace-pre-line">
            <span className="block text-sm text-muted">{t('own.delivery.note')}</span>
            <span dir="auto">{note}</span>
          </p>
        )}
      </section>
      <section>
        <h2 className="pb-2 font-semibold">{t('own.delivery.next')}</h2>
        <ol className={`${CARD} flex list-decimal flex-col gap-1 py-4 ps-9 pe-4 text-sm text-muted`}>
          {t('own.delivery.steps', { shop: shop.name }).split('\n').map((step) => <li key={step}>{step}</li>)}
        </ol>
      </section>
    </>
  )
}
