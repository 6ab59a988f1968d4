import type { CheckoutOrder } from '@/lib/checkout/views'
import type { Wording } from '@/lib/i18n/wording'
import { formatMoney } from '@/lib/money/format-money'
import type { OwnInstructions } from '@/lib/payment/instructions'
import { isSameName } from '@/lib/payment/qris-name'
import { CARD, HALF_BUTTON, QUIET_BUTTON } from './classes'
import { CodedAmount, CodeLines } from './code-lines'
import { CopyButton } from './copy-button'
import { CopyRow } from './copy-row'
import { Icon } from './icon'

type Props = {
  wording: Wording
  order: CheckoutOrder
  instructions: Extract<OwnInstructions, { kind: 'ownQr' }>
  qr: { exact: string; original: string } | null
  path: string
}

/** The shop's own QRIS with the exact amount inside; whose it is in plain text; and the original for apps that refuse it. */
export function OwnQr({ wording, order, instructions: { merchantName, city, nmid }, qr, path }: Props) {
  const { t } = wording
  const { shop, uniqueCode } = order
  const money = formatMoney(order.amount, order.currency)
  const isOwnName = isSameName(merchantName, shop.name)
  return (
    <>
      <section className={CARD}>
        <div className="p-4">
          <Drawing label={t('instructions.qrAlt', { amount: money })} svg={qr?.exact ?? ''} />
          <div className="mt-4 grid grid-cols-2 gap-3 text-sm">
            <a href={`${path}/qr.png`} download className={`${HALF_BUTTON} screen-only`}>
              <Icon name="download" className="size-4" />
              {t('instructions.saveQr')}
            </a>
            <CopyButton wording={wording} text={String(order.amount)} label={t('instructions.copyAmount')} className={HALF_BUTTON} />
          </div>
          <p className="mt-3 text-sm text-muted">{t('own.qris.gallery')}</p>
        </div>
        <dl className="border-t border-line px-4 py-3">
          <dt className="text-sm text-muted">{t('own.qris.name')}</dt>
          <dd className="font-semibold break-words" dir="auto">{merchantName}{city && <span className="font-normal text-muted"> · {city}</span>}</dd>
          <dt className="mt-2 text-sm text-muted">{t('own.qris.nmid')}</dt>
          <dd className="break-all tabular-nums">{nmid}</dd>
        </dl>
        <p className={`px-4 pb-4 text-sm break-words ${isOwnName ? 'text-ok' : 'text-warn'}`}>
          {isOwnName ? t('own.qris.sameName') : t('own.qris.otherName', { name: merchantName, shop: shop.name })}
        </p>
        <p className="border-t border-line p-4">
          <span className="block text-sm text-muted">{t('instructions.amount')}</span>
          <strong className="text-xl font-bold tabular-nums select-all"><CodedAmount order={order} /></strong>
        </p>
        {uniqueCode !== 0 && <p className="px-4 pb-3 text-sm text-muted">{t('own.codeTakenOff', { shop: shop.name })}</p>}
        <CodeLines wording={wording} order={order} />
      </section>
      <details className={CARD}>
        <summary className="px-4 py-3 font-medium">{t('own.qris.fallback')}</summary>
        <div className="px-4 pb-4">
          <p className="pb-3 text-sm text-muted">{t('own.qris.fallbackText')}</p>
          <Drawing label={t('own.qris.originalAlt', { name: merchantName })} svg={qr?.original ?? ''} />
          <a href={`${path}/qr.png?original=1`} download className={`${QUIET_BUTTON} screen-only mt-4 text-sm`}>
            <Icon name="download" className="size-4" />
            {t('own.qris.saveOriginal')}
          </a>
        </div>
        <div className="border-t border-line">
          <CopyRow wording={wording} label={t('instructions.amount')} shown={<CodedAmount order={order} />} copied={String(order.amount)} />
        </div>
      </details>
    </>
  )
}

function Drawing({ label, svg }: { label: string; svg: string }) {
  return <div role="img" aria-label={label} className="qr mx-auto w-full max-w-60 overflow-hidden rounded-md" dangerouslySetInnerHTML={{ __html: svg }} />
}
