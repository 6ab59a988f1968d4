'use client'

import Link from 'next/link'
import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { RelativeTime } from '@/components/ui/relative-time'
import type { ClaimWarning } from '@/lib/claim/views'
import { formatMoney } from '@/lib/money/format-money'
import type { Currency } from '@/lib/money/money'

/** What to know before confirming. Decides nothing. */
export function ClaimWarnings({ warnings, currency }: { warnings: ClaimWarning[]; currency: Currency }) {
  const t = useTranslations('review.warnings')
  if (warnings.length === 0) return null
  return (
    <ul className="flex flex-col gap-2 rounded-md bg-warn-soft px-3.5 py-3 text-sm text-warn">
      {warnings.map((warning) => (
        <li key={warning.kind} className="flex gap-2">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0 wrap-anywhere">{sentenceOf(warning)}</span>
        </li>
      ))}
    </ul>
  )

  function sentenceOf(warning: ClaimWarning) {
    switch (warning.kind) {
      case 'samePicture':
      case 'likePicture':
        return t.rich(warning.kind, {
          order: () => <Link href={`/orders/${warning.orderRowId}`} className="inline-flex min-h-6 items-center font-semibold underline">{warning.orderId}</Link>,
        })
      case 'otherAmount':
        return t('otherAmount', { transferred: formatMoney(warning.transferred, currency) })
      case 'accountChanged':
        return t.rich('accountChanged', { when: () => <RelativeTime at={warning.at} /> })
      default:
        return t(warning.kind)
    }
  }
}
