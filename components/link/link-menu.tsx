'use client'

import { useRef, useState } from 'react'
import Link from 'next/link'
import { Copy, Ellipsis, ExternalLink, FileText, LayoutTemplate, Pause, Pencil, Play, QrCode, RotateCcw, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuSeparator, DropdownMenuTrigger } from '@/components/ui/dropdown-menu'
import type { LinkSummary } from '@/lib/link/views'
import type { ClosingLink } from './close-link-dialog'
import { KeepTemplateDialog } from './start/keep-template-dialog'
import { useLinkChange } from './use-link-change'
import { useLinkUrl } from './use-link-url'

type LinkMenuProps = {
  link: Pick<LinkSummary, 'id' | 'slug' | 'name' | 'status' | 'heldCount'>
  /** On the details page itself there is nothing to lead to, and sharing and pausing have buttons. */
  isOnDetails?: boolean
  onQr?: () => void
  /** Asks what becomes of open orders; a link without any is paused at once. */
  onClose: (change: ClosingLink['change']) => void
}

export function LinkMenu({ link, isOnDetails = false, onQr, onClose }: LinkMenuProps) {
  const t = useTranslations('links.actions')
  const editing = useTranslations('editing')
  const [isKeeping, setIsKeeping] = useState(false)
  const urlOf = useLinkUrl()
  const { mutate } = useLinkChange()
  const isDeleted = link.status === 'deleted'
  // A window opens when the menu has gone and its button has the focus again: that is where closing it leads back to.
  const opening = useRef<(() => void) | undefined>(undefined)
  const openNext = () => {
    if (opening.current) setTimeout(opening.current)
    opening.current = undefined
  }
  const ask = (closing: ClosingLink['change']) => {
    // On a phone what was just said would lie over the question.
    toast.dismiss()
    opening.current = () => onClose(closing)
  }

  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant={isOnDetails ? 'secondary' : 'ghost'} size="icon" aria-label={t('menuNamed', { name: link.name })}>
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent onCloseAutoFocus={openNext}>
          {!isOnDetails && (
            <DropdownMenuItem asChild>
              <Link href={`/links/${link.id}`}>
                <FileText aria-hidden />
                {t('details')}
              </Link>
            </DropdownMenuItem>
          )}
          {!isOnDetails && !isDeleted && (
            <DropdownMenuItem asChild>
              <a href={urlOf(link.slug)} target="_blank" rel="noopener">
                <ExternalLink aria-hidden />
                {t('visit')}
              </a>
            </DropdownMenuItem>
          )}
          {!isOnDetails && !isDeleted && (
            <DropdownMenuItem asChild>
              <Link href={`/links/${link.id}/edit`}>
                <Pencil aria-hidden />
                {editing('edit.action')}
              </Link>
            </DropdownMenuItem>
          )}
          {!isDeleted && (
            <DropdownMenuItem asChild>
              <Link href={`/links/new?from=${link.id}`}>
                <Copy aria-hidden />
                {editing('start.action')}
              </Link>
            </DropdownMenuItem>
          )}
          {!isDeleted && (
            <DropdownMenuItem onSelect={() => (opening.current = () => setIsKeeping(true))}>
              <LayoutTemplate aria-hidden />
              {editing('templates.keepMenu')}
            </DropdownMenuItem>
          )}
          {onQr && !isDeleted && (
            <DropdownMenuItem onSelect={() => (opening.current = onQr)}>
              <QrCode aria-hidden />
              {t('qrMenu')}
            </DropdownMenuItem>
          )}
          {!isOnDetails && isPausable(link.status) && (
            <DropdownMenuItem onSelect={() => (link.heldCount > 0 ? ask('pause') : mutate({ id: link.id, change: 'pause' }))}>
              <Pause aria-hidden />
              {t('pause')}
            </DropdownMenuItem>
          )}
          {!isOnDetails && link.status === 'paused' && (
            <DropdownMenuItem onSelect={() => mutate({ id: link.id, change: 'resume' })}>
              <Play aria-hidden />
              {t('resume')}
            </DropdownMenuItem>
          )}
          {!isDeleted && <DropdownMenuSeparator />}
          {isDeleted ? (
            <DropdownMenuItem onSelect={() => mutate({ id: link.id, change: 'restore' })}>
              <RotateCcw aria-hidden />
              {t('restore')}
            </DropdownMenuItem>
          ) : (
            <DropdownMenuItem danger onSelect={() => ask('delete')}>
              <Trash2 aria-hidden />
              {t('delete')}
            </DropdownMenuItem>
          )}
        </DropdownMenuContent>
      </DropdownMenu>
      <KeepTemplateDialog link={isKeeping ? link : null} onClose={() => setIsKeeping(false)} />
    </>
  )
}

/** Over, but under the same address it can go on. A paused one is resumed. */
export const isRenewable = (status: LinkSummary['status']): boolean => status === 'soldOut' || status === 'expired'

/** A link that is over has nothing to pause. */
export const isPausable = (status: LinkSummary['status']): boolean => status === 'active' || status === 'scheduled'
