import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import { ApiReference } from '@/components/api-reference/api-reference'
import { publishedReference } from '@/lib/api/reference/published'
import { MESSAGES } from '@/lib/i18n/messages'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reference')
  return { title: t('title'), description: t('lead') }
}

export default async function ApiReferencePage() {
  const { common, errors } = MESSAGES[await getLocale()]
  return (
    <NextIntlClientProvider messages={{ common, errors }}>
      <ApiReference {...publishedReference()} />
    </NextIntlClientProvider>
  )
}
