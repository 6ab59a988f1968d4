'use client'

import { useMemo, useState, type ReactNode } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { NextIntlClientProvider } from 'next-intl'
import type { Locale } from '@/lib/i18n/locales'
import type { Messages } from '@/lib/i18n/messages'
import { RenderedAt } from '@/components/ui/clock'
import { Toaster } from '@/components/ui/toaster'
import { TooltipLayer } from '@/components/ui/tooltip-layer'
import { NewVersionNote } from './new-version-note'
import { newQueryClient } from './query-client'
import { ShopProvider, type ShopFacts } from './shop-context'

type ProvidersProps = {
  locale: Locale
  /** As JSON. */
  texts: string
  shop: ShopFacts
  /** When the server rendered, in milliseconds. */
  renderedAt: number
  children: ReactNode
}

/** What every screen of the dashboard may ask for: texts, the shop, the clock, server data, toasts. */
export function Providers({ locale, texts, shop, renderedAt, children }: ProvidersProps) {
  const [queryClient] = useState(newQueryClient)
  const messages = useMemo(() => JSON.parse(texts) as Partial<Messages>, [texts])
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone={shop.timeZone}>
      <QueryClientProvider client={queryClient}>
        <RenderedAt value={renderedAt}>
          <ShopProvider shop={shop}>
            {children}
            <Toaster />
            <NewVersionNote />
            <TooltipLayer />
          </ShopProvider>
        </RenderedAt>
      </QueryClientProvider>
    </NextIntlClientProvider>
  )
}
