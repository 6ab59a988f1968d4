'use client'

import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { FilterChip, FilterChips } from '@/components/ui/filter-chip'
import { SearchField } from '@/components/ui/search-field'
import { Select } from '@/components/ui/select'
import { unwrap } from '@/components/shell/unwrap'
import { findLinkAction } from '@/lib/link/actions'
import { isOrderGroup, ORDER_GROUPS, type OrderFilter } from '@/lib/order/filter'
import type { OrderStatus } from '@/lib/order/status'
import { useShop } from '@/components/shell/shop-context'
import { isPaymentMethod, METHODS_OF_MODE } from '@/lib/payment/methods'

/** Nine statuses are too many to choose from on a phone: what waits for the customer, what waits for the seller, and three ways to be done. */
const VIEWS = ['pending', 'to_do', 'paid', 'sent_back', 'not_completed'] as const

/** A single status, from an address that somebody shared, lights up the view that it belongs to. */
function isIn(view: (typeof VIEWS)[number], status: NonNullable<OrderFilter['status']>): boolean {
  if (view === status) return true
  return isOrderGroup(view) && (ORDER_GROUPS[view] as readonly OrderStatus[]).includes(status as OrderStatus)
}

type OrderFiltersProps = {
  filter: OrderFilter
  onChange: (wish: Partial<OrderFilter>, options?: { replace?: boolean }) => void
  /** The name of the link that is filtered by, when an order in the list tells it. */
  linkName: string | undefined
}

export function OrderFilters({ filter, onChange, linkName }: OrderFiltersProps) {
  const t = useTranslations('orders')
  const method = useTranslations('methods')
  const { mode } = useShop()
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
          {METHODS_OF_MODE[mode].map((name) => (
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
        {VIEWS.map((view) => (
          <FilterChip key={view} pressed={filter.status !== undefined && isIn(view, filter.status)} onPress={() => onChange({ status: view })}>
            {t(`views.${view}`)}
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
