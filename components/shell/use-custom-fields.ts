import { useTranslations } from 'next-intl'
import { useShop } from './shop-context'

/** What the shop's own system sent with a link, under the names that the seller gave; what it left empty is not shown. */
export function useCustomFields(fields: Record<string, string> | null | undefined): { name: string; label: string; value: string }[] {
  const t = useTranslations('links.api')
  const labels: Record<string, string> = useShop().customFieldLabels
  return Object.entries(fields ?? {})
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ name, label: labels[name] ?? t('customField', { number: name.replace(/^\D+/, '') }), value }))
}
