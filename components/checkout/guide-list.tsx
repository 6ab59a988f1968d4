import type { Wording } from '@/lib/i18n/wording'
import type { PaymentMethod } from '@/lib/payment/methods'
import { CARD } from './classes'
import { GUIDES, type Guide } from './guides'

/** Numbered steps for each app or machine that can pay the code; the first is open. */
export function GuideList({ wording, method }: { wording: Wording; method: PaymentMethod }) {
  const guides: readonly Guide[] = GUIDES[method]
  if (guides.length === 0) return null
  return (
    <section>
      <h2 className="pb-2 font-semibold">{wording.t('instructions.how')}</h2>
      <div className={CARD}>
        {guides.map((guide, index) => (
          <details key={guide} open={index === 0} className="border-line not-first:border-t">
            <summary className="px-4 py-3 font-medium">{wording.t(`guides.${guide}.title`)}</summary>
            <ol className="flex list-decimal flex-col gap-1 ps-9 pe-4 pb-4 text-sm text-muted">
              {wording.t(`guides.${guide}.steps`).split('\n').map((step) => <li key={step}>{step}</li>)}
            </ol>
          </details>
        ))}
      </div>
    </section>
  )
}
