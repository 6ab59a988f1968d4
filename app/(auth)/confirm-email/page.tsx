import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuthCard } from '@/components/auth/auth-card'
import { ConfirmEmailForm } from '@/components/auth/confirm-email-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth')
  return { title: t('confirmEmail.title') }
}

/** Opening it changes nothing: programs that look into letters open links too. */
export default async function ConfirmEmailPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams
  const t = await getTranslations('auth')
  if (typeof token !== 'string' || token === '' || token.length > 200) {
    return <AuthCard title={t('confirmEmail.title')} lead={t('confirmEmail.noToken')} other={{ href: '/settings/verification', label: t('confirmEmail.askAgain') }} />
  }
  return <ConfirmEmailForm token={token} />
}
