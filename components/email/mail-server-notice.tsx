'use client'

import { MailX } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** Nothing in this outbox leaves the house. */
export function MailServerNotice() {
  const t = useTranslations('outbox.notSetUp')
  return (
    <div role="note" className="mb-4 flex gap-3 rounded-lg bg-warn-soft px-4 py-3 text-warn">
      <MailX aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div>
        <p className="font-semibold">{t('title')}</p>
        <p className="mt-0.5 text-base md:text-sm">{t('text')}</p>
      </div>
    </div>
  )
}
