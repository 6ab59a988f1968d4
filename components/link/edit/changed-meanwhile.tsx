'use client'

import { useEffect, useRef } from 'react'
import { ExternalLink, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { RelativeTime } from '@/components/ui/relative-time'
import type { LinkTimelineEntry } from '@/lib/link/views'
import type { Currency } from '@/lib/money/money'
import { ChangeLines } from './change-lines'

type ChangedMeanwhileProps = { linkId: string; currency: Currency; lastEdit: LinkTimelineEntry | null; isReady: boolean; onSettle: (keeps: 'mine' | 'theirs') => void }

/** Two had the link open and the other one saved first: what they changed, and what may become of what stands here. */
export function ChangedMeanwhile({ linkId, currency, lastEdit, isReady, onSettle }: ChangedMeanwhileProps) {
  const t = useTranslations('editing')
  const element = useRef<HTMLElement>(null)
  useEffect(() => element.current?.focus(), [])

  return (
    <section ref={element} role="alert" tabIndex={-1} aria-labelledby="changed-meanwhile" className="rounded-lg border border-warn bg-warn-soft p-4 outline-none md:p-5">
      <h2 id="changed-meanwhile" className="flex items-center gap-2 text-base font-semibold text-warn">
        <TriangleAlert aria-hidden className="size-4.5 shrink-0" />
        {t('conflict.title')}
      </h2>
      <p className="mt-1 text-base md:text-sm">{t('conflict.text')}</p>
      {isReady && lastEdit && (
        <div className="mt-3 rounded-md bg-card px-4 py-3 text-sm">
          <p>
            {lastEdit.type === 'renewed' || lastEdit.type === 'closed' ? t(`changes.${lastEdit.type}`) : lastEdit.by === null ? t('changes.byServer') : t.rich('changes.by', { who: () => <bdi>{lastEdit.by}</bdi> })} · <RelativeTime at={lastEdit.at} />
          </p>
          <ChangeLines changes={lastEdit.changes} currency={currency} />
        </div>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button pending={!isReady} onClick={() => onSettle('mine')} className="max-sm:w-full">
          {t('conflict.mine')}
        </Button>
        <Button variant="secondary" pending={!isReady} onClick={() => onSettle('theirs')} className="max-sm:w-full">
          {t('conflict.theirs')}
        </Button>
        <Button asChild variant="ghost" className="max-sm:w-full">
          <a href={`/links/${linkId}`} target="_blank" rel="noopener">
            <ExternalLink aria-hidden />
            {t('conflict.look')}
          </a>
        </Button>
      </div>
      <p className="mt-2 text-sm">{t('conflict.mineHint')}</p>
    </section>
  )
}
