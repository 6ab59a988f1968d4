'use client'

import Link from 'next/link'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonVariants } from '@/components/ui/button-variants'
import { cn } from '@/components/ui/cn'
import type { LiveSetup } from '@/lib/receiving/views'
import { VERIFICATION_STEPS } from '@/lib/verification/views'

/** What is missing before a shop's first real link. Each step stands by itself: what is done stays done. */
export function LiveSetupCard({ setup, verified }: { setup: LiveSetup; verified: number }) {
  const t = useTranslations('mode.setup')
  const steps = [
    { name: 'name', isDone: setup.hasName, title: t('name'), text: setup.hasName ? t('nameDone', { name: setup.shopName }) : t('nameText'), go: t('goName'), href: '/settings', isNeeded: true },
    { name: 'way', isDone: setup.hasWay, title: t('way'), text: setup.hasWay ? t('wayDone') : t('wayText'), go: t('goWay'), href: '/settings/payments', isNeeded: true },
    { name: 'phone', isDone: setup.hasPhone, title: t('phone'), text: setup.hasPhone ? t('phoneDone') : t('phoneText'), go: t('goPhone'), href: '/settings', isNeeded: false },
    { name: 'verification', isDone: verified === VERIFICATION_STEPS.length, title: t('verify'), text: t('verifyText', { done: verified, all: VERIFICATION_STEPS.length }), go: t('goVerify'), href: '/settings/verification', isNeeded: false },
  ]
  const next = steps.find(({ isDone }) => !isDone)?.name
  return (
    <section aria-labelledby="live-setup" className="rounded-lg border bg-card p-4 md:p-6">
      <h2 id="live-setup" className="text-lg font-bold tracking-tight">
        {t('title')}
      </h2>
      <p className="mt-1 max-w-prose text-base text-muted md:text-sm">{t('text')}</p>
      <ol className="mt-4 divide-y border-t">
        {steps.map(({ name, isDone, title, text, go, href, isNeeded }) => (
          <li key={name} className="flex items-start gap-3 py-4 last:pb-0 max-md:flex-wrap">
            <span aria-hidden className={cn('mt-0.5 grid size-6 shrink-0 place-items-center rounded-full border', isDone ? 'border-ok bg-ok-soft text-ok' : 'border-line-strong')}>
              {isDone && <Check className="size-3.5" strokeWidth={3} />}
            </span>
            <div className="min-w-0 flex-1">
              <p className="text-base font-semibold md:text-sm">
                {title} <span className={cn('ml-1 text-sm font-normal', isDone ? 'text-ok' : 'text-muted')}>{isDone ? t('done') : isNeeded ? t('open') : t('optional')}</span>
              </p>
              <p className="mt-0.5 text-base wrap-anywhere text-muted md:text-sm">{text}</p>
            </div>
            {!isDone && (
              <Link href={href} className={cn(buttonVariants({ variant: name === next ? 'primary' : 'secondary', size: 'small' }), 'max-md:ml-9 max-md:w-[calc(100%-2.25rem)]')}>
                {go}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
