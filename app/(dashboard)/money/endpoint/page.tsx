import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EndpointCard } from '@/components/money/endpoint-card'
import { NoAccounts } from '@/components/money/no-accounts'
import { PageHeader } from '@/components/shell/page-header'
import { requireSeller } from '@/lib/auth/seller'
import { listMoneyAccounts } from '@/lib/money-in/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('money.endpoint')
  return { title: t('title') }
}

export default async function MoneyEndpointPage() {
  const { scope } = await requireSeller()
  const t = await getTranslations('money')
  const common = await getTranslations('common')
  const accounts = await listMoneyAccounts(scope)
  return (
    <>
      <PageHeader title={t('endpoint.title')} parent={{ href: '/money', label: t('title'), here: t('endpoint.title'), navigationLabel: common('breadcrumb') }} />
      <p className="mb-4 max-w-prose text-base text-muted md:text-sm">{t('endpoint.text')}</p>
      {accounts.length === 0 ? (
        <NoAccounts mode={scope.mode} />
      ) : (
        <div className="grid gap-4 lg:grid-cols-2">{accounts.map((account) => <EndpointCard key={account.id} account={account} />)}</div>
      )}
    </>
  )
}
