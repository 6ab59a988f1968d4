'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { RelativeTime } from '@/components/ui/relative-time'
import type { EmailSummary } from '@/lib/email/views'
import { EmailStateBadge } from './email-state-badge'

/** The list on a phone and a tablet. */
export function EmailCards({ emails }: { emails: EmailSummary[] }) {
  const t = useTranslations('outbox')
  return (
    <ul aria-label={t('title')} className="overflow-hidden rounded-lg border bg-card lg:hidden">
      {emails.map((email) => (
        <li key={email.id} className="border-t first:border-t-0">
          <Link href={`/settings/outbox/${email.id}`} className="block px-4 py-3 -outline-offset-2 active:bg-subtle">
            <span className="line-clamp-2 font-semibold">
              <bdi>{email.subject}</bdi>
            </span>
            <span className="mt-1 flex items-center justify-between gap-3 text-sm text-muted">
              <span className="truncate">
                <bdi>{email.to}</bdi>
              </span>
              <EmailStateBadge state={email.state} />
            </span>
            <span className="mt-1 flex items-center justify-between gap-3 text-xs text-muted">
              <span className="truncate">{t(`kinds.${email.template}`)}</span>
              <RelativeTime at={email.createdAt} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
