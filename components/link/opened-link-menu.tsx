'use client'

import { useRef, useState } from 'react'
import Link from 'next/link'
import { Copy, ExternalLink, FileText, LayoutTemplate, Pause, Pencil, Play, QrCode, RotateCcw, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuSeparator, DropdownMenuTrigger } from '@/components/ui/dropdown-menu'
import type { ClosingLink } from './close-link-dialog'
import { LinkMenuButton, type LinkMenuProps } from './link-menu-button'
import { isPausable } from './list-actions'
import { KeepTemplateDialog } from './start/keep-template-dialog'
import { useLinkChange } from './use-link-change'
import { useLinkUrl } from './use-link-url'

/** The menu itself, open at first: its code, and that of the form behind it, comes when somebody asks for it. */
export function OpenedLinkMenu({ link, isOnDetails = false, onQr, onClose }: LinkMenuProps) {
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
      <DropdownMenu defaultOpen>
        <DropdownMenuTrigger asChild>
          <LinkMenuButton name={link.name} isOnDetails={isOnDetails} />
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
      {isKeeping && <KeepTemplateDialog link={link} onClose={() => setIsKeeping(false)} />}
    </>
  )
}
