'use client'

import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { MoneyResult } from '@/lib/money-in/views'

export function ImportResult({ result: { received, added, confirmed, attached, waiting, reversed } }: { result: MoneyResult }) {
  const t = useTranslations('money.result')
  return (
    <div role="status" className="rounded-md bg-ok-soft px-3 py-3 text-ok">
      <p className="flex items-center gap-2 font-semibold">
        <CircleCheck aria-hidden className="size-5 shrink-0" />
        {t('confirmed', { count: confirmed })}
      </p>
      <p className="mt-1 text-sm">
        {t('waiting', { count: waiting })} {attached > 0 && t('attached', { count: attached })} {received > added && t('known', { count: received - added })} {reversed > 0 && t('reversed', { count: reversed })}
      </p>
    </div>
  )
}
