import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AuthCard } from '@/components/auth/auth-card'
import { ForgotPasswordForm } from '@/components/auth/forgot-password-form'
import { findSeller } from '@/lib/auth/seller'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth')
  return { title: t('forgot.title') }
}

export default async function ForgotPasswordPage() {
  if (await findSeller()) redirect('/home')
  const t = await getTranslations('auth')
  return (
    <AuthCard title={t('forgot.title')} lead={t('forgot.lead')} other={{ href: '/sign-in', label: t('forgot.other') }}>
      <ForgotPasswordForm />
    </AuthCard>
  )
}
