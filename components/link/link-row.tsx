'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Money } from '@/components/ui/money'
import { RelativeTime } from '@/components/ui/relative-time'
import { TableCell, TableRow } from '@/components/ui/table'
import { Tooltip } from '@/components/ui/tooltip'
import type { LinkSummary } from '@/lib/link/views'
import { LinkMenu } from './link-menu'
import { LinkStatusBadge } from './link-status-badge'
import { UsageMeter } from './usage-meter'
import { useLinkUrl } from './use-link-url'
import { useShareText } from './use-share-text'
import { WhatsappIcon } from './whatsapp-icon'

type LinkRowProps = { link: LinkSummary; onQr: () => void; onDelete: () => void }

/** A row of the table; on a phone the same cells laid out as a card. Roles are said aloud, as `display: grid` would take them away. */
export function LinkRow({ link, onQr, onDelete }: LinkRowProps) {
  const t = useTranslations('links')
  const urlOf = useLinkUrl()
  const { whatsappOf } = useShareText()
  const { id, slug, name, orderId, itemCount, customerName, amount, currency, status, createdAt } = link
  const cell = 'max-md:block max-md:p-0'

  return (
    <TableRow
      role="row"
      className="max-md:relative max-md:grid max-md:grid-cols-[auto_minmax(0,1fr)_auto] max-md:items-center max-md:gap-x-4 max-md:gap-y-3 max-md:rounded-lg max-md:border max-md:bg-card max-md:p-4"
    >
      <TableCell role="cell" className={`${cell} w-full max-w-0 max-md:col-span-2 max-md:w-auto max-md:max-w-none`}>
        <Link
          href={`/links/${id}`}
          className="block truncate text-base font-semibold hover:underline max-md:after:absolute max-md:after:inset-0 max-md:after:rounded-lg md:text-sm"
        >
          <bdi>{name}</bdi>
        </Link>
        <p className="mt-0.5 truncate text-xs text-muted">
          <bdi>{orderId}</bdi>
          {itemCount > 1 && ` · ${t('list.otherItems', { count: itemCount - 1 })}`}
          {customerName && (
            <>
              {' · '}
              <bdi>{customerName}</bdi>
            </>
          )}
        </p>
      </TableCell>
      <TableCell role="cell" className={`${cell} text-right`}>
        <Money amount={amount} currency={currency} className="max-md:text-base" />
      </TableCell>
      <TableCell role="cell" className={cell}>
        <LinkStatusBadge status={status} />
      </TableCell>
      <TableCell role="cell" className={cell}>
        <UsageMeter {...link} />
      </TableCell>
      <TableCell role="cell" className={`${cell} text-muted max-md:text-right max-md:text-xs`}>
        <RelativeTime at={createdAt} />
      </TableCell>
      <TableCell role="cell" className={`${cell} max-md:relative max-md:z-10 max-md:col-span-3`}>
        <div className="flex items-center justify-end gap-1">
          {status !== 'deleted' && (
            <>
              <CopyButton text={urlOf(slug)} size="small" className="max-md:flex-1" name={t('actions.copyNamed', { name })} />
              <Tooltip text={t('actions.whatsapp')}>
                <Button asChild variant="ghost" size="icon">
                  <a href={whatsappOf(link)} target="_blank" rel="noopener" aria-label={t('actions.whatsappNamed', { name })}>
                    <WhatsappIcon />
                  </a>
                </Button>
              </Tooltip>
            </>
          )}
          <LinkMenu link={link} onQr={onQr} onDelete={onDelete} />
        </div>
      </TableCell>
    </TableRow>
  )
}
