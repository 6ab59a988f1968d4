'use client'

import { Download, Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonVariants } from '@/components/ui/button-variants'
import { IntentLink } from '@/components/ui/intent-link'
import type { LinkFilter } from '@/lib/link/filter'

/** Ways from the list to links from a file, and to a file of links. */
export function ManyLinks({ filter: { q, status } }: { filter: LinkFilter }) {
  const t = useTranslations('bulk')
  const query = new URLSearchParams({ ...(q && { q }), ...(status && { status }) })
  return (
    <>
      <IntentLink href="/links/import" className={buttonVariants({ variant: 'ghost' })}>
        <Upload aria-hidden />
        <span className="max-md:sr-only">{t('import.open')}</span>
      </IntentLink>
      <IntentLink href={`/exports${query.size > 0 ? `?${query}` : ''}`} className={buttonVariants({ variant: 'ghost' })}>
        <Download aria-hidden />
        <span className="max-md:sr-only">{t('export.open')}</span>
      </IntentLink>
    </>
  )
}
