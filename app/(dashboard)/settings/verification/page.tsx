import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/shell/page-header'
import { VerificationSteps } from '@/components/verification/verification-steps'
import { requireSeller } from '@/lib/auth/seller'
import { now } from '@/lib/platform/clock'
import { findVerification } from '@/lib/verification/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('verification')
  return { title: t('title') }
}

export default async function VerificationPage() {
  const seller = await requireSeller()
  const t = await getTranslations('verification')
  return (
    <>
      <PageHeader title={t('title')} />
      <VerificationSteps verification={await findVerification(seller, now())} />
    </>
  )
}
