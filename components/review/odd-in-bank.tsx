'use client'

import Link from 'next/link'
import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonVariants } from '@/components/ui/button-variants'
import { cn } from '@/components/ui/cn'

/** What the bank's statement says of an order's money, and where that is settled: it came once more, or it is gone again and nobody should ship for it. */
export function OddInBank({ kind }: { kind: 'twice.waiting' | 'takenBack' }) {
  const t = useTranslations('review')
  const isGone = kind === 'takenBack'
  return (
    <div className={cn('my-3 rounded-md p-3.5', isGone ? 'bg-bad-soft' : 'bg-warn-soft')}>
      <p className={cn('flex gap-2 font-semibold', isGone ? 'text-bad' : 'text-warn')}>
        <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
        {t(`${kind}.title`)}
      </p>
      <p className="mt-1 text-base md:text-sm">{t(`${kind}.text`)}</p>
      <Link href="/money" className={buttonVariants({ variant: 'secondary', className: 'mt-3 max-md:w-full' })}>{t(`${kind}.open`)}</Link>
    </div>
  )
}
