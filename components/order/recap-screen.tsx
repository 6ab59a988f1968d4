'use client'

import Link from 'next/link'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { WhatsappIcon } from '@/components/message/whatsapp-icon'
import { whatsappUrl } from '@/components/message/whatsapp-url'
import { PageHeader } from '@/components/shell/page-header'
import { Button } from '@/components/ui/button'
import { buttonVariants } from '@/components/ui/button-variants'
import { CopyButton } from '@/components/ui/copy-button'
import type { Recap } from '@/lib/recap/views'
import { RecapPart } from './recap-part'
import { useRecapText } from './use-recap-text'

/** An address carries less than a clipboard. */
const SHARED_LINES = 20
const COPIED_LINES = 200

type RecapScreenProps = { recap: Recap; day: string; before: string; after: string | null }

/** One day in three lists, and the same as a text for WhatsApp. */
export function RecapScreen({ recap, day, before, after }: RecapScreenProps) {
  const t = useTranslations('recap')
  const common = useTranslations('common')
  const orders = useTranslations('orders')
  const locale = useLocale()
  const textOf = useRecapText()
  // A day without a clock: the same wherever it is written.
  const write = (how: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', { ...how, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
  const dayText = write({ dateStyle: 'full' })
  const step = buttonVariants({ variant: 'secondary', size: 'icon' })

  return (
    <>
      <PageHeader
        title={t('title')}
        parent={{ href: '/orders', label: orders('title'), here: t('title'), navigationLabel: common('breadcrumb') }}
        actions={
          <>
            <CopyButton text={textOf(recap, { day: dayText, lines: COPIED_LINES })} label={t('copy')} variant="secondary" />
            <Button asChild>
              <a href={whatsappUrl({ text: textOf(recap, { day: dayText, lines: SHARED_LINES }) })} target="_blank" rel="noopener" suppressHydrationWarning>
                <WhatsappIcon />
                WhatsApp
              </a>
            </Button>
          </>
        }
      />
      <nav aria-label={t('days')} className="mb-4 flex items-center gap-2">
        <Link href={`/recap?day=${before}`} aria-label={t('before')} className={step}>
          <ChevronLeft aria-hidden />
        </Link>
        <p className="min-w-0 flex-1 text-center font-semibold md:flex-none md:px-3" suppressHydrationWarning>
          {/* On one line of the narrowest phone. */}
          {write({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })}
        </p>
        {after ? (
          <Link href={`/recap?day=${after}`} aria-label={t('after')} className={step}>
            <ChevronRight aria-hidden />
          </Link>
        ) : (
          <span className="size-11 md:size-10" />
        )}
      </nav>
      <div className="flex flex-col gap-4">
        <RecapPart section={recap.paid} name="paid" />
        <RecapPart section={recap.unpaid} name="unpaid" />
        <RecapPart section={recap.toPack} name="toPack" />
      </div>
    </>
  )
}
