'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { RelativeTime } from '@/components/ui/relative-time'
import { Table, TableCell, TableHead, TableRow } from '@/components/ui/table'
import type { EmailSummary } from '@/lib/email/views'
import { EmailStateBadge } from './email-state-badge'

/** On a laptop. */
export function EmailTable({ emails }: { emails: EmailSummary[] }) {
  const t = useTranslations('outbox')
  return (
    <div className="hidden lg:block">
      <Table aria-label={t('title')}>
        <thead>
          <tr>
            <TableHead>{t('subject')}</TableHead>
            <TableHead>{t('to')}</TableHead>
            <TableHead>{t('statesLabel')}</TableHead>
            <TableHead>{t('created')}</TableHead>
          </tr>
        </thead>
        <tbody>
          {emails.map((email) => (
            <TableRow key={email.id} className="relative hover:bg-subtle/60">
              <TableCell className="w-3/5 max-w-0">
                <Link href={`/settings/outbox/${email.id}`} className="block truncate font-semibold after:absolute after:inset-0 hover:underline">
                  <bdi>{email.subject}</bdi>
                </Link>
                <p className="truncate text-xs text-muted">{t(`kinds.${email.template}`)}</p>
              </TableCell>
              <TableCell className="w-2/5 max-w-0 truncate">
                <bdi>{email.to}</bdi>
              </TableCell>
              <TableCell>
                <EmailStateBadge state={email.state} />
              </TableCell>
              <TableCell className="text-muted">
                <RelativeTime at={email.createdAt} className="relative" />
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
