'use client'

import { useRef } from 'react'
import { Ellipsis, RotateCw, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@/components/ui/dropdown-menu'

export function EndpointMenu({ onResend, onDelete }: { onResend: () => void; onDelete: () => void }) {
  const t = useTranslations('webhooks.actions')
  // A window opens when the menu has gone and its button has the focus again: that is where closing it leads back to.
  const opening = useRef<(() => void) | undefined>(undefined)
  const openNext = () => {
    if (opening.current) setTimeout(opening.current)
    opening.current = undefined
  }
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="secondary" size="icon" aria-label={t('menu')}>
          <Ellipsis aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent onCloseAutoFocus={openNext}>
        <DropdownMenuItem onSelect={() => (opening.current = onResend)}>
          <RotateCw aria-hidden />
          {t('resendSince')}
        </DropdownMenuItem>
        <DropdownMenuItem danger onSelect={() => (opening.current = onDelete)}>
          <Trash2 aria-hidden />
          {t('delete')}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
