import type { CheckoutOrder } from '@/lib/checkout/views'
import type { PictureProblem } from '@/lib/file/views'
import type { Wording } from '@/lib/i18n/wording'
import { currencySymbol } from '@/lib/money/format-money'
import { exponentOf } from '@/lib/money/money'
import { CARD, MAIN_BUTTON, QUIET_BUTTON } from './classes'
import { formatMoment } from './format-moment'
import { Notice } from './notice'
import { TextField } from './text-field'

export type ClaimProblem = PictureProblem | 'tooLarge' | 'tooOften' | 'busy' | 'amount' | 'note'

export type ClaimSaid = { problem: ClaimProblem | null; typed: Record<string, string> }

type Props = {
  wording: Wording
  order: CheckoutOrder
  /** Where the form goes. */
  action: string
  said: ClaimSaid
}

/** "I have paid", for what no bank reports by itself: what was sent, and the form. Works without JavaScript. */
export function ClaimPart({ wording, order, action, said: { problem, typed } }: Props) {
  const { t } = wording
  const { claim, shop } = order
  const isSent = claim?.state === 'open'
  return (
    <section className={`${CARD} screen-only p-4`} aria-labelledby="claim-heading">
      <h2 id="claim-heading" className="font-semibold">{t(isSent ? 'claim.sentHeading' : 'claim.heading')}</h2>
      {isSent && (
        <p className="mt-1 text-sm text-muted">
          {t(claim.hasPicture ? 'claim.sentWithPicture' : 'claim.sentWithout', { when: formatMoment(claim.sentAt, { wording, timeZone: shop.timeZone }) })}
        </p>
      )}
      {problem && (
        <div className="mt-3">
          <Notice tone="warn" isAlert hasFocus>{t(`claim.problems.${problem}`)}</Notice>
        </div>
      )}
      <details open={problem !== null || claim?.state === 'rejected' || undefined} className="group mt-3">
        <summary className={`${isSent ? QUIET_BUTTON : MAIN_BUTTON} cursor-pointer list-none group-open:bg-card group-open:text-ink group-open:hover:bg-subtle`}>{t(isSent ? 'claim.again' : 'claim.open')}</summary>
        <form method="post" action={action} encType="multipart/form-data" data-upload data-sending={t('claim.sending', { part: '{part}' })} data-broken={t('claim.broken')} className="mt-3">
          <label htmlFor="proof" className="block text-sm font-medium">
            {t('claim.picture')} <span className="font-normal text-muted">({t('customer.optional')})</span>
          </label>
          <input
            id="proof"
            name="proof"
            type="file"
            data-photo
            accept="image/jpeg,image/png,image/webp,image/*"
            aria-describedby="proof-hint"
            className="mt-1 block min-h-12 w-full rounded-md border border-muted bg-card p-2 text-sm"
          />
          <p id="proof-hint" className="mt-1 text-sm text-muted">{t('claim.pictureHint', { shop: shop.name })}</p>
          <TextField
            name="transferred"
            label={t('claim.transferred', { currency: currencySymbol(order.currency) })}
            note={t('customer.optional')}
            error={problem === 'amount' ? t('claim.problems.amount') : undefined}
            type="text"
            inputMode={exponentOf(order.currency) === 0 ? 'numeric' : 'decimal'}
            autoComplete="off"
            defaultValue={typed['transferred']}
          />
          <TextField
            name="note"
            label={t('claim.note')}
            note={t('customer.optional')}
            error={problem === 'note' ? t('claim.problems.note') : undefined}
            type="text"
            maxLength={255}
            defaultValue={typed['note']}
          />
          <button type="submit" className={`${MAIN_BUTTON} mt-4 disabled:opacity-60`}>{t(isSent ? 'claim.sendAgain' : 'claim.send')}</button>
          <p data-said role="status" className="mt-2 rounded-md text-sm font-medium empty:hidden data-problem:bg-warn-soft data-problem:p-3 data-problem:text-warn" />
          <p className="mt-2 text-sm text-muted">{t('claim.honest', { shop: shop.name })}</p>
        </form>
      </details>
    </section>
  )
}
