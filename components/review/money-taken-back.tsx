'use client'

import Link from 'next/link'
import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonVariants } from '@/components/ui/button-variants'

/** What had paid an order left the account again: nobody should ship for it. */
export function MoneyTakenBack() {
  const t = useTranslations('review.takenBack')
  return (
    <div className="my-3 rounded-md bg-bad-soft p-3.5">
      <p className="flex gap-2 font-semibold text-bad">
        <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
        {t('title')}
      </p>
      <p className="mt-1 text-base md:text-sm">{t('text')}</p>
      <Link href="/money" className={buttonVariants({ variant: 'secondary', className: 'mt-3 max-md:w-full' })}>{t('open')}</Link>
    </div>
  )
}
