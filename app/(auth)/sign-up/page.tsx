import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AuthCard } from '@/components/auth/auth-card'
import { SignUpForm } from '@/components/auth/sign-up-form'
import { findSeller } from '@/lib/auth/seller'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth')
  return { title: t('signUp.title') }
}

export default async function SignUpPage() {
  if (await findSeller()) redirect('/home')
  const t = await getTranslations('auth')
  return (
    <AuthCard title={t('signUp.title')} lead={t('signUp.lead')} other={{ question: t('signUp.question'), href: '/sign-in', label: t('signUp.other') }}>
      <SignUpForm />
    </AuthCard>
  )
}
