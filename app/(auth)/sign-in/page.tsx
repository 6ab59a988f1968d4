import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AuthCard } from '@/components/auth/auth-card'
import { SignInForm } from '@/components/auth/sign-in-form'
import { findSeller } from '@/lib/auth/seller'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth')
  return { title: t('signIn.title') }
}

export default async function SignInPage() {
  if (await findSeller()) redirect('/home')
  const t = await getTranslations('auth')
  return (
    <AuthCard title={t('signIn.title')} lead={t('signIn.lead')} other={{ question: t('signIn.question'), href: '/sign-up', label: t('signIn.other') }}>
      <SignInForm />
    </AuthCard>
  )
}
