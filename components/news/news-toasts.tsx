'use client'

import { useEffect, useRef } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { formatMoney } from '@/lib/money/format-money'
import { lastWritten, newsQuery } from './news-queries'
import { pageOf, useNewsText } from './use-news-text'

const SHOWN_MS = 6_000
/** The same for all, so that there is never more than one. */
const TOAST = 'news'

/**
 * Says what has come since the page was opened, in one small toast; its region is a polite live
 * region, so a screen reader says it too. What was there before is the bell's to tell.
 */
export function NewsToasts() {
  const t = useTranslations('news')
  const textOf = useNewsText()
  const router = useRouter()
  const { data } = useQuery(newsQuery)
  const told = useRef<number | null>(null)

  useEffect(() => {
    if (!data) return
    const last = told.current
    told.current = Math.max(last ?? 0, lastWritten(data.lines))
    const arrived = last === null ? [] : data.lines.filter(({ id }) => Number(id) > last)
    const [line] = arrived
    if (!line) return
    const amount = 'amount' in line.data ? [formatMoney(line.data.amount, line.data.currency)] : []
    const more = arrived.length > 1 ? [t('more', { count: arrived.length - 1 })] : []
    const show = line.type === 'order.paid' ? toast.success : toast
    show(textOf(line), {
      id: TOAST,
      description: [...amount, ...more].join(' · '),
      duration: SHOWN_MS,
      action: { label: t('view'), onClick: () => router.push(pageOf(line)) },
    })
  }, [data, router, t, textOf])
  return null
}
