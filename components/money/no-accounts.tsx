import { Banknote } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import type { Mode } from '@/lib/shop/mode'

/** Real money belongs to live mode, and to an account. */
export function NoAccounts({ mode }: { mode: Mode }) {
  const t = useTranslations('money.none')
  return <EmptyState icon={<Banknote aria-hidden />} title={t(`${mode}.title`)}>{t(`${mode}.text`)}</EmptyState>
}
