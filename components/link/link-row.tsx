'use client'

import { memo } from 'react'
import { RotateCw } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { WhatsappIcon } from '@/components/message/whatsapp-icon'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { CopyButton } from '@/components/ui/copy-button'
import { IntentLink } from '@/components/ui/intent-link'
import { Money } from '@/components/ui/money'
import { RelativeTime } from '@/components/ui/relative-time'
import { TableCell, TableRow } from '@/components/ui/table'
import { Tooltip } from '@/components/ui/tooltip'
import { useIsServed } from '@/components/ui/use-is-served'
import type { LinkMessageSign } from '@/lib/link-message/views'
import type { LinkSummary } from '@/lib/link/views'
import type { ClosingLink } from './close-link-dialog'
import { LinkMenu } from './link-menu'
import { LinkStatusBadge } from './link-status-badge'
import { isRenewable } from './list-actions'
import { MessageSign } from './message-sign'
import { SelectBox } from './select/select-box'
import { UsageMeter } from './usage-meter'
import { useAmountText } from './use-amount-text'
import { useLinkUrl } from './use-link-url'
import { useShareText } from './use-share-text'

type LinkRowProps = {
  link: LinkSummary
  sign: LinkMessageSign | undefined
  isSelecting: boolean
  isSelected: boolean
  /** All links that match are selected: none can be left out. */
  isFixed: boolean
  onToggle: (link: LinkSummary) => void
  onQr: (link: LinkSummary) => void
  isRenewing: boolean
  onRenew: (link: LinkSummary) => void
  onClose: (link: LinkSummary, change: ClosingLink['change']) => void
}

/**
 * A row of the table; on a phone the same cells laid out as a card. Roles are said aloud, as `display: grid` would take them away.
 * Drawn again only when something of its own changed: the list is asked for every few seconds, and has fifty.
 */
export const LinkRow = memo(function LinkRow({ link, sign, isSelecting, isSelected, isFixed, onToggle, onQr, isRenewing, onRenew, onClose }: LinkRowProps) {
  const t = useTranslations('links')
  const renew = useTranslations('share.renew')
  const select = useTranslations('bulk.select')
  const urlOf = useLinkUrl()
  const { whatsappOf } = useShareText()
  const amountText = useAmountText()
  // Its message may name the time when the link ends.
  const isMessageServed = useIsServed(JSON.stringify([useLocale(), link]))
  const { id, slug, name, orderId, itemCount, customerName, customerPhone, amount, openAmount, currency, status, createdAt } = link
  const cell = 'max-xl:block max-xl:p-0 xl:px-3'

  return (
    <TableRow
      role="row"
      className={cn(
        'max-xl:relative max-xl:grid max-xl:grid-cols-[auto_minmax(0,1fr)_auto] max-xl:items-center max-xl:gap-x-4 max-xl:gap-y-3 max-xl:rounded-lg max-xl:border max-xl:bg-card max-xl:p-4 max-xl:drawn-when-seen-46',
        isSelecting && 'max-xl:pl-13',
      )}
    >
      <TableCell role="cell" className={cn('max-xl:absolute max-xl:top-2.5 max-xl:left-1.5 max-xl:p-0 xl:w-0 xl:py-0 xl:pr-0 xl:pl-2', !isSelecting && 'max-xl:hidden')}>
        <SelectBox name={select('rowNamed', { name })} checked={isSelected} disabled={isFixed} onChange={() => onToggle(link)} />
      </TableCell>
      <TableCell role="cell" className={`${cell} w-full max-w-0 max-xl:col-span-2 max-xl:w-auto max-xl:max-w-none`}>
        <IntentLink
          href={`/links/${id}`}
          data-row
          className="line-clamp-3 text-base font-semibold wrap-anywhere hover:underline max-xl:after:absolute max-xl:after:inset-0 max-xl:after:rounded-lg xl:text-sm"
        >
          <bdi>{name}</bdi>
        </IntentLink>
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
        {openAmount ? (
          <span className="block text-sm font-semibold tabular-nums max-xl:max-w-36 xl:ml-auto xl:w-36">{amountText(link)}</span>
        ) : (
          <Money amount={amount} currency={currency} className="max-xl:text-base" />
        )}
      </TableCell>
      <TableCell role="cell" className={cell}>
        <span className="inline-flex items-center gap-1.5">
          <LinkStatusBadge status={status} />
          {sign && <MessageSign sign={sign} />}
        </span>
      </TableCell>
      <TableCell role="cell" className={cell}>
        <UsageMeter {...link} />
      </TableCell>
      <TableCell role="cell" className={`${cell} text-muted max-xl:text-right max-xl:text-xs`}>
        <RelativeTime at={createdAt} />
      </TableCell>
      <TableCell role="cell" className={`${cell} max-xl:relative max-xl:z-10 max-xl:col-span-3`}>
        <div className="flex items-center justify-end gap-1">
          {status !== 'deleted' && (
            <>
              <CopyButton text={urlOf(slug)} size="small" className="max-xl:flex-1" name={t('actions.copyNamed', { name })} />
              {isRenewable(status) ? (
                <Tooltip text={renew('action')}>
                  <Button variant="ghost" size="icon" aria-label={renew('actionNamed', { name })} pending={isRenewing} onClick={() => onRenew(link)}>
                    <RotateCw aria-hidden />
                  </Button>
                </Tooltip>
              ) : (
                <Tooltip text={t('actions.whatsapp')}>
                  <Button asChild variant="ghost" size="icon">
                    <a
                      {...(!isMessageServed && { href: whatsappOf(link, { name: customerName, phone: customerPhone }) })}
                      suppressHydrationWarning target="_blank" rel="noopener" aria-label={t('actions.whatsappNamed', { name })}
                    >
                      <WhatsappIcon />
                    </a>
                  </Button>
                </Tooltip>
              )}
            </>
          )}
          <LinkMenu link={link} onQr={() => onQr(link)} onClose={(change) => onClose(link, change)} />
        </div>
      </TableCell>
    </TableRow>
  )
})
