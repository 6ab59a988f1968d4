'use client'

import Link from 'next/link'
import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonVariants } from '@/components/ui/button-variants'
import { cn } from '@/components/ui/cn'

const LOOKS = {
  'twice.waiting': { box: 'bg-warn-soft', title: 'text-warn' },
  'takenBack.waiting': { box: 'bg-bad-soft', title: 'text-bad' },
  'takenBack.seen': { box: 'bg-subtle', title: '' },
}

/** What the bank's statement says of an order's money, and where that is settled: it came once more, or it is gone again and nobody should ship for it. Once seen, that it is gone is still said. */
export function OddInBank({ kind }: { kind: keyof typeof LOOKS }) {
  const t = useTranslations('review')
  const { box, title } = LOOKS[kind]
  return (
    <div className={cn('my-3 rounded-md p-3.5', box)}>
      <p className={cn('flex gap-2 font-semibold', title)}>
        <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
        {t(`${kind}.title`)}
      </p>
      <p className="mt-1 text-base md:text-sm">{t(`${kind}.text`)}</p>
      {kind !== 'takenBack.seen' && <Link href="/money" className={buttonVariants({ variant: 'secondary', className: 'mt-3 max-md:w-full' })}>{t(`${kind}.open`)}</Link>}
    </div>
  )
}
