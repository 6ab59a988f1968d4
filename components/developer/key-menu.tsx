'use client'

import { useRef } from 'react'
import { Ban, Ellipsis, Eye, RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@/components/ui/dropdown-menu'

export type KeyWindow = 'reveal' | 'roll' | 'revoke'

export function KeyMenu({ name, canRoll, onChoose }: { name: string; canRoll: boolean; onChoose: (window: KeyWindow) => void }) {
  const t = useTranslations('developers.keys.actions')
  // A window opens when the menu has gone and its button has the focus again: that is where closing it leads back to.
  const chosen = useRef<KeyWindow | undefined>(undefined)
  const openNext = () => {
    const next = chosen.current
    chosen.current = undefined
    if (next) setTimeout(() => onChoose(next))
  }
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="secondary" size="icon" aria-label={t('menu', { name })}>
          <Ellipsis aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent onCloseAutoFocus={openNext}>
        <DropdownMenuItem onSelect={() => (chosen.current = 'reveal')}>
          <Eye aria-hidden />
          {t('reveal')}
        </DropdownMenuItem>
        {canRoll && (
          <DropdownMenuItem onSelect={() => (chosen.current = 'roll')}>
            <RefreshCw aria-hidden />
            {t('roll')}
          </DropdownMenuItem>
        )}
        <DropdownMenuItem danger onSelect={() => (chosen.current = 'revoke')}>
          <Ban aria-hidden />
          {t('revoke')}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
