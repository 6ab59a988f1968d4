'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ExactTime } from '@/components/ui/exact-time'
import type { LinkMessageState } from '@/lib/link-message/schema'
import type { LinkMessageView } from '@/lib/link-message/views'
import { useMessageChange } from './use-message-change'
import { useMessageReason } from './use-message-reason'

const TONES = { scheduled: 'accent', pending: 'accent', sent: 'ok', kept: 'warn', failed: 'bad', cancelled: 'neutral' } as const satisfies Record<LinkMessageState, Tone>

/** One message to the customer: what became of it, and what can still be done. */
export function MessageRow({ message, onChangeTime }: { message: LinkMessageView; onChangeTime: () => void }) {
  const t = useTranslations('sending.card')
  const reasonOf = useMessageReason()
  const { mutate, isPending } = useMessageChange()
  const { id, channel, kind, to, state, isTimed, scheduledAt, text, emailId, endedAt } = message
  const reason = reasonOf(message)
  // Cancelled by nobody, but for a reason.
  const word = state === 'cancelled' && message.reason !== null ? t('notSentState') : t(`states.${state}`)

  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-t py-3 text-sm">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-semibold">{t(`channels.${channel}`)}</span>
          <bdi className="wrap-anywhere">{to}</bdi>
          <Badge tone={TONES[state]}>{word}</Badge>
        </p>
        <p className="mt-1 text-muted">
          {kind === 'ending' && `${t('kinds.ending')} · `}
          {state === 'scheduled' ? isTimed ? t.rich('goesAt', { at: () => <ExactTime at={scheduledAt} /> }) : t('goesNow') : <ExactTime at={endedAt ?? scheduledAt} />}
        </p>
        {reason && <p className={state === 'failed' ? 'mt-1 wrap-anywhere text-bad' : 'mt-1 wrap-anywhere text-muted'}>{reason}</p>}
        {text !== null && (
          <p dir="auto" className="mt-1.5 rounded-md bg-subtle px-3 py-2 wrap-anywhere">
            {text}
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:*:flex-1">
        {state === 'scheduled' && isTimed && (
          <>
            <Button variant="secondary" size="small" onClick={onChangeTime}>
              {t('changeTime')}
            </Button>
            <Button variant="secondary" size="small" pending={isPending} onClick={() => mutate({ kind: 'now', id })}>
              {t('sendNow')}
            </Button>
            <Button variant="ghost" size="small" pending={isPending} onClick={() => mutate({ kind: 'cancel', id })}>
              {t('cancel')}
            </Button>
          </>
        )}
        {emailId && (
          <Button asChild variant="ghost" size="small">
            <Link href={`/settings/outbox/${emailId}`}>{t('readEmail')}</Link>
          </Button>
        )}
      </div>
    </li>
  )
}
