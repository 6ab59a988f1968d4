'use client'

import { useMemo, type ReactNode } from 'react'
import { NextIntlClientProvider, useLocale, useMessages } from 'next-intl'
import type { Messages } from '@/lib/i18n/messages'

/** Adds texts to those that are known around it; errors to the errors. */
export function MoreTexts({ messages, children }: { messages: Partial<Messages>; children: ReactNode }) {
  const locale = useLocale()
  const known = useMessages()
  const all = useMemo(() => ({ ...known, ...messages, errors: { ...known.errors, ...messages.errors } }), [known, messages])
  return (
    <NextIntlClientProvider locale={locale} messages={all}>
      {children}
    </NextIntlClientProvider>
  )
}
