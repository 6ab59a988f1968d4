import { useTranslations } from 'next-intl'
import type { LinkItem } from '@/lib/link/views'

const DETAILS = ['sku', 'brand', 'category', 'merchantName'] as const

/** What the API told of an item besides its price: `SKU 12 · Merek Zoya`. */
export function ItemDetails({ item }: { item: LinkItem }) {
  const t = useTranslations('links.itemDetails')
  const said = DETAILS.filter((name) => item[name])
  if (said.length === 0) return null
  return (
    <span className="block text-xs text-muted">
      {said.map((name, index) => (
        <span key={name} className="wrap-anywhere">
          {index > 0 && ' · '}
          {t(name)} <bdi>{item[name]}</bdi>
        </span>
      ))}
    </span>
  )
}
