'use client'

import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { FilterChip, FilterChips } from '@/components/ui/filter-chip'
import { SearchField } from '@/components/ui/search-field'
import { Select } from '@/components/ui/select'
import { unwrap } from '@/components/shell/unwrap'
import { findLinkAction } from '@/lib/link/actions'
import { ORDER_STATUSES, type OrderFilter } from '@/lib/order/schema'
import { isPaymentMethod, PAYMENT_METHOD_NAMES } from '@/lib/payment/methods'

type OrderFiltersProps = {
  filter: OrderFilter
  onChange: (wish: Partial<OrderFilter>, options?: { replace?: boolean }) => void
  /** The name of the link that is filtered by, when an order in the list tells it. */
  linkName: string | undefined
}

export function OrderFilters({ filter, onChange, linkName }: OrderFiltersProps) {
  const t = useTranslations('orders')
  const method = useTranslations('methods')
  return (
    <div className="mb-4 flex flex-col gap-3">
      <div className="flex flex-col gap-3 md:flex-row">
        <SearchField
          className="md:max-w-md md:flex-1"
          label={t('search')}
          placeholder={t('searchPlaceholder')}
          value={filter.q ?? ''}
          onSearch={(q) => onChange({ q }, { replace: true })}
        />
        <Select
          className="md:w-56"
          aria-label={t('method')}
          value={filter.method ?? ''}
          onChange={({ target }) => onChange({ method: isPaymentMethod(target.value) ? target.value : undefined })}
        >
          <option value="">{t('allMethods')}</option>
          {PAYMENT_METHOD_NAMES.map((name) => (
            <option key={name} value={name}>
              {method(name)}
            </option>
          ))}
        </Select>
      </div>
      <FilterChips label={t('statusLabel')}>
        <FilterChip pressed={!filter.status} onPress={() => onChange({ status: undefined })}>
          {t('allStatuses')}
        </FilterChip>
        {ORDER_STATUSES.map((status) => (
          <FilterChip key={status} pressed={filter.status === status} onPress={() => onChange({ status })}>
            {t(`status.${status}`)}
          </FilterChip>
        ))}
        {filter.link && <LinkChip id={filter.link} name={linkName} onRemove={() => onChange({ link: undefined })} />}
      </FilterChips>
    </div>
  )
}

function LinkChip({ id, name, onRemove }: { id: string; name: string | undefined; onRemove: () => void }) {
  const t = useTranslations('orders')
  const { data } = useQuery({
    queryKey: ['links', 'name', id],
    queryFn: async () => (await unwrap(findLinkAction({ id }))).link.name,
    enabled: name === undefined,
    staleTime: Infinity,
  })
  const shown = name ?? data ?? t('thisLink')
  return (
    <button
      type="button"
      onClick={onRemove}
      aria-label={t('removeLinkFilter', { name: shown })}
      className="inline-flex h-11 max-w-72 shrink-0 items-center gap-2 rounded-md border border-accent bg-accent-soft px-3.5 text-sm font-semibold text-on-accent-soft"
    >
      <span className="truncate">
        {t('link')}: <bdi>{shown}</bdi>
      </span>
      <X aria-hidden className="size-4 shrink-0" />
    </button>
  )
}
