import { useTranslations } from 'next-intl'
import { useShop } from '@/components/shell/shop-context'
import { Fact } from '@/components/ui/facts'

/** What the shop's own system sent with the link, under the names that the seller gave. */
export function CustomFields({ fields }: { fields: Record<string, string> | null }) {
  const t = useTranslations('links.api')
  const labels: Record<string, string> = useShop().customFieldLabels
  return Object.entries(fields ?? {}).flatMap(([name, value]) =>
    value === '' ? [] : [
      <Fact key={name} label={labels[name] ?? t('customField', { number: name.replace(/^\D+/, '') })}>
        <bdi className="wrap-anywhere">{value}</bdi>
      </Fact>,
    ],
  )
}
