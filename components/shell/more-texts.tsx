'use client'

import { useMemo, type ReactNode } from 'react'
import { NextIntlClientProvider, useLocale, useMessages } from 'next-intl'
import type { Messages } from '@/lib/i18n/messages'

/** Adds texts to those that are known around it; errors to the errors. @param texts as JSON */
export function MoreTexts({ texts, children }: { texts: string; children: ReactNode }) {
  const locale = useLocale()
  const known = useMessages()
  const all = useMemo(() => {
    const more = JSON.parse(texts) as Partial<Messages>
    return { ...known, ...more, errors: { ...known.errors, ...more.errors } }
  }, [known, texts])
  return (
    <NextIntlClientProvider locale={locale} messages={all}>
      {children}
    </NextIntlClientProvider>
  )
}
