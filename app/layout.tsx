import type { ReactNode } from 'react'
import type { Metadata, Viewport } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import { MESSAGES } from '@/lib/i18n/messages'
import { MARK_EARLY_SUBMIT } from '@/lib/platform/early-submit'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common')
  return { title: { default: t('appName'), template: `%s · ${t('appName')}` }, description: t('tagline'), robots: { index: false } }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f8f8' },
    { media: '(prefers-color-scheme: dark)', color: '#0c1413' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale()
  const { crash, retry } = MESSAGES[locale].common
  return (
    <html lang={locale}>
      <body>
        <script dangerouslySetInnerHTML={{ __html: MARK_EARLY_SUBMIT }} />
        {/* Only what the last resort, error.tsx, has to say; each part of the product brings its own texts. */}
        <NextIntlClientProvider messages={{ common: { crash, retry } }}>{children}</NextIntlClientProvider>
      </body>
    </html>
  )
}
