import type { ReactNode } from 'react'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import { BrandMark } from '@/components/shell/brand-mark'
import { LanguageSwitch } from '@/components/shell/language-switch'
import { MESSAGES } from '@/lib/i18n/messages'

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale()
  const t = await getTranslations('common')
  const { auth, common, errors } = MESSAGES[locale]
  return (
    <NextIntlClientProvider messages={{ auth, common, errors }}>
      <div className="mx-auto flex min-h-dvh w-full max-w-md flex-col px-4 py-6 md:py-12">
        <header className="mb-6 flex items-center justify-between gap-3 md:mb-8">
          <div className="flex items-center gap-3">
            <BrandMark />
            <p className="text-lg font-bold tracking-tight">{t('appName')}</p>
          </div>
          <LanguageSwitch className="text-muted" />
        </header>
        <main>{children}</main>
      </div>
    </NextIntlClientProvider>
  )
}
