import type { CheckoutOrder } from '@/lib/checkout/views'
import type { Wording } from '@/lib/i18n/wording'
import { formatMoney } from '@/lib/money/format-money'
import type { Instructions, OwnInstructions } from '@/lib/payment/instructions'
import { CARD, HALF_BUTTON } from './classes'
import { CopyButton } from './copy-button'
import { CopyRow } from './copy-row'
import { Icon } from './icon'

type Props = {
  wording: Wording
  order: CheckoutOrder
  instructions: Exclude<Instructions, OwnInstructions>
  /** The QR code's drawing, for methods that are paid by one. */
  qr: string | null
  /** The address of the order's page. */
  path: string
}

/** What a customer takes into their bank's app: the code and the exact amount, each with its own Copy. */
export function PaymentCode({ wording, order, instructions, qr, path }: Props) {
  const { t } = wording
  const money = formatMoney(order.amount, order.currency)
  const amount = <CopyRow wording={wording} label={t('instructions.amount')} shown={money} copied={String(order.amount)} />
  const row = (label: string, code: string) => <CopyRow wording={wording} label={label} shown={inFours(code)} copied={code} />
  switch (instructions.kind) {
    case 'qr':
      return (
        <>
          <section className={`${CARD} p-4`}>
            <div
              role="img"
              aria-label={t('instructions.qrAlt', { amount: money })}
              className="qr mx-auto w-full max-w-60 overflow-hidden rounded-md"
              dangerouslySetInnerHTML={{ __html: qr ?? '' }}
            />
            <div className="mt-4 grid grid-cols-2 gap-3 text-sm">
              <a href={`${path}/qr.png`} download className={`${HALF_BUTTON} screen-only`}>
                <Icon name="download" className="size-4" />
                {t('instructions.saveQr')}
              </a>
              <CopyButton wording={wording} text={String(order.amount)} label={t('instructions.copyAmount')} className={HALF_BUTTON} />
            </div>
          </section>
          <section className={CARD}>
            <p className="p-4">
              <span className="block text-sm text-muted">{t('instructions.amount')}</span>
              <strong className="text-xl font-bold tabular-nums select-all">{money}</strong>
            </p>
          </section>
        </>
      )
    case 'virtualAccount':
      return <section className={CARD}>{row(t('instructions.number'), instructions.number)}{amount}</section>
    case 'bill':
      return (
        <section className={CARD}>
          {row(t('instructions.billerCode'), instructions.billerCode)}
          {row(t('instructions.billKey'), instructions.billKey)}
          {amount}
        </section>
      )
    case 'storeCode':
      return <section className={CARD}>{row(t('instructions.storeCode'), instructions.code)}{amount}</section>
    case 'card':
      return <section className={CARD}>{amount}</section>
  }
}

/** Digits in groups of four with no-break spaces: easier to compare, still one number. */
function inFours(code: string): string {
  return code.length > 6 ? code.replaceAll(/(.{4})(?=.)/g, '$1\u00a0') : code
}
