'use client'

import { useQuery } from '@tanstack/react-query'
import { Check, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useDebouncedValue } from '@/components/ui/use-debounced-value'
import { COULD_BE } from '@/lib/link/fields'
import { freeIdsQuery } from './link-queries'

const PAUSE_MS = 400

/** Says whether an ID is free once typing has paused. Silent while the ID could not be saved anyway. */
export function IdAvailability({ field, value }: { field: 'orderId' | 'slug'; value: string }) {
  const t = useTranslations('links.create')
  const settled = useDebouncedValue(value.trim(), PAUSE_MS)
  const isPossible = COULD_BE[field](settled)
  const { data } = useQuery({ ...freeIdsQuery({ [field]: settled }), enabled: isPossible })
  const isFree = settled === value.trim() && isPossible ? data?.[field] : undefined

  return (
    <span role="status" className="[&_svg]:mr-1 [&_svg]:inline [&_svg]:size-4 [&_svg]:align-[-3px]">
      {isFree === true && (
        <span className="text-ok">
          <Check aria-hidden />
          {t('available')}
        </span>
      )}
      {isFree === false && (
        <span className="text-bad">
          <X aria-hidden />
          {t('taken')}
        </span>
      )}
    </span>
  )
}
