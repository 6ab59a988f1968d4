'use client'

import Link from 'next/link'
import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonVariants } from '@/components/ui/button-variants'
import { useUrlFilter } from '@/components/ui/use-url-filter'
import { orderFilter } from '@/lib/order/filter'

/** The way to a file of the orders that the list shows. */
export function ExportOrders() {
  const t = useTranslations('bulk.export')
  const { filter: { q, status, method, link } } = useUrlFilter(orderFilter)
  const query = new URLSearchParams({ kind: 'orders', ...(q && { q }), ...(status && { status }), ...(method && { method }), ...(link && { link }) })
  return (
    <Link href={`/exports?${query}`} className={buttonVariants({ variant: 'ghost' })}>
      <Download aria-hidden />
      {t('open')}
    </Link>
  )
}
