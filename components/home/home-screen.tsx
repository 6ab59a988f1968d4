'use client'

import type { ReactNode } from 'react'
import Link from 'next/link'
import { useQuery } from '@tanstack/react-query'
import { BadgeCheck, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PageHeader } from '@/components/shell/page-header'
import { Button } from '@/components/ui/button'
import { buttonVariants } from '@/components/ui/button-variants'
import { ErrorState } from '@/components/ui/error-state'
import { useCountText } from '@/components/ui/use-count-text'
import { BestLinks } from './best-links'
import { DayChart } from './day-chart'
import { ExpiringLinks } from './expiring-links'
import { homeQuery } from './home-queries'
import { MethodBars } from './method-bars'
import { PeriodCard } from './period-card'

/**
 * What a seller sees first: what came in, what waits for them.
 * @param firstStep what a shop without a link sees instead
 */
export function HomeScreen({ firstStep }: { firstStep: ReactNode }) {
  const t = useTranslations('home')
  const countText = useCountText()
  const { data, isFetching, refetch } = useQuery(homeQuery())
  if (!data) return <ErrorState title={t('failed')} pending={isFetching} onRetry={() => void refetch()} />
  const { isNew, today, week, days, methods, best, waiting, expiring } = data
  if (isNew) {
    return (
      <>
        <PageHeader title={t('title')} />
        {firstStep}
      </>
    )
  }
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <Button asChild>
            <Link href="/links/new">
              <Plus aria-hidden />
              {t('newLink')}
            </Link>
          </Button>
        }
      />
      {waiting > 0 && (
        <div className="mb-4 flex flex-wrap items-center justify-between gap-3 rounded-lg bg-warn-soft px-4 py-3 text-warn">
          <p className="flex items-center gap-2.5 font-semibold">
            <BadgeCheck aria-hidden className="size-5 shrink-0" />
            {t('waiting', { count: waiting, shown: countText(waiting) })}
          </p>
          <Link href="/review" className={buttonVariants({ variant: 'secondary', size: 'small' })}>
            {t('waitingAction')}
          </Link>
        </div>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <PeriodCard title={t('today')} numbers={today} />
        <PeriodCard title={t('week')} hint={t('weekHint')} numbers={week} />
      </div>
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid min-w-0 gap-4">
          <DayChart currencies={days} />
          <BestLinks links={best} />
        </div>
        <div className="grid min-w-0 gap-4">
          <MethodBars methods={methods} />
          <ExpiringLinks {...expiring} />
        </div>
      </div>
    </>
  )
}
