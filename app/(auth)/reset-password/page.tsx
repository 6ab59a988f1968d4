import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuthCard } from '@/components/auth/auth-card'
import { ResetPasswordForm } from '@/components/auth/reset-password-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth')
  return { title: t('reset.title') }
}

export default async function ResetPasswordPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams
  const t = await getTranslations('auth')
  if (typeof token !== 'string' || token === '' || token.length > 200) {
    return <AuthCard title={t('reset.title')} lead={t('reset.noToken')} other={{ href: '/forgot-password', label: t('reset.askAgain') }} />
  }
  return (
    <AuthCard title={t('reset.title')} lead={t('reset.lead')} other={{ href: '/forgot-password', label: t('reset.askAgain') }}>
      <ResetPasswordForm token={token} />
    </AuthCard>
  )
}
