import type { CheckoutLink } from '@/lib/checkout/views'
import type { Wording } from '@/lib/i18n/wording'
import type { OpenAmount } from '@/lib/link/views'
import { currencySymbol, formatAmount, formatMoney } from '@/lib/money/format-money'
import { exponentOf } from '@/lib/money/money'
import type { MessageKey } from '@/lib/platform/result'
import { rangeText } from '@/lib/checkout/amount-text'

type Props = {
  wording: Wording
  link: CheckoutLink
  openAmount: OpenAmount
  /** As it was sent before, word for word. */
  typed: string | undefined
  error: MessageKey | undefined
  hasFocus: boolean
}

/** How much, where the customer decides. */
export function AmountField({ wording, link, openAmount, typed, error, hasFocus }: Props) {
  const { t } = wording
  const { minimum, maximum, preset } = openAmount
  const said = typed ?? (preset === null ? '' : formatAmount(preset, link.currency))
  return (
    <div className="mt-3 border-t border-line pt-3">
      <label htmlFor="amount" className="block font-medium">{t('amount.label')}</label>
      <div className="mt-1 flex items-center rounded-md border border-muted bg-card focus-within:outline-2 focus-within:outline-accent has-[[aria-invalid]]:border-2 has-[[aria-invalid]]:border-bad">
        <span aria-hidden="true" className="pl-3 text-lg font-semibold text-muted">{currencySymbol(link.currency)}</span>
        <input
          id="amount"
          name="amount"
          type="text"
          inputMode={exponentOf(link.currency) === 0 ? 'numeric' : 'decimal'}
          autoComplete="off"
          required
          defaultValue={said}
          autoFocus={hasFocus}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? 'amount-error amount-hint' : 'amount-hint'}
          className="block min-h-14 w-full min-w-0 flex-1 px-2 text-xl font-bold tabular-nums outline-none"
        />
      </div>
      {error && <p id="amount-error" className="mt-1 text-sm text-bad">{problemText(error)}</p>}
      <p id="amount-hint" className="mt-1 text-sm text-muted">{rangeText(link, wording)}</p>
    </div>
  )

  function problemText(key: MessageKey): string {
    if (key === 'amountBelow') return t('amount.below', { minimum: formatMoney(minimum, link.currency) })
    if (key === 'amountAbove') return t('amount.above', { maximum: formatMoney(maximum, link.currency) })
    return wording.errorText(key)
  }
}
