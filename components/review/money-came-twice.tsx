'use client'

import Link from 'next/link'
import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonVariants } from '@/components/ui/button-variants'

/** A second payment of the same amount is in the bank's statement: where it is settled. */
export function MoneyCameTwice() {
  const t = useTranslations('review.twice.waiting')
  return (
    <div className="my-3 rounded-md bg-warn-soft p-3.5">
      <p className="flex gap-2 font-semibold text-warn">
        <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
        {t('title')}
      </p>
      <p className="mt-1 text-base md:text-sm">{t('text')}</p>
      <Link href="/money" className={buttonVariants({ variant: 'secondary', className: 'mt-3 max-md:w-full' })}>{t('open')}</Link>
    </div>
  )
}
