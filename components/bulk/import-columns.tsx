'use client'

import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'

const EXPLAINED = ['item_details_name', 'item_details_price', 'item_details_quantity', 'gross_amount', 'order_id', 'payment_link_id', 'first_name', 'title', 'usage_limit', 'expiry', 'start_time', 'enabled_payments', 'receiving_accounts', 'currency'] as const

/** What the columns of a table mean. */
export function ImportColumns({ timeZone }: { timeZone: string }) {
  const t = useTranslations('bulk.import')
  return (
    <details className="group rounded-lg border bg-card p-4">
      <summary className="flex min-h-11 cursor-pointer list-none items-center justify-between gap-3 font-semibold [&::-webkit-details-marker]:hidden">
        {t('columnsTitle')}
        <ChevronDown aria-hidden className="size-5 shrink-0 text-muted transition-transform group-open:rotate-180" />
      </summary>
      <p className="mt-1 text-base text-muted md:text-sm">{t('columnsText', { zone: timeZone })}</p>
      <dl className="mt-3 grid gap-x-6 gap-y-2 md:grid-cols-[auto_minmax(0,1fr)]">
        {EXPLAINED.map((column) => (
          <div key={column} className="contents">
            <dt><code className="text-sm">{column}</code></dt>
            <dd className="text-base text-muted max-md:mb-2 md:text-sm">{t(`help.${column}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
