import type { ComponentProps } from 'react'
import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { LinkSummary } from '@/lib/link/views'
import type { ClosingLink } from './close-link-dialog'

export type LinkMenuProps = {
  link: Pick<LinkSummary, 'id' | 'slug' | 'name' | 'status' | 'heldCount'>
  /** On the details page itself there is nothing to lead to, and sharing and pausing have buttons. */
  isOnDetails?: boolean
  onQr?: () => void
  /** Asks what becomes of open orders; a link without any is paused at once. */
  onClose: (change: ClosingLink['change']) => void
}

/** What opens the menu, before its code is there and after. */
export function LinkMenuButton({ name, isOnDetails, ...props }: { name: string; isOnDetails: boolean } & Omit<ComponentProps<typeof Button>, 'name'>) {
  const t = useTranslations('links.actions')
  return (
    <Button variant={isOnDetails ? 'secondary' : 'ghost'} size="icon" aria-label={t('menuNamed', { name })} {...props}>
      <Ellipsis aria-hidden />
    </Button>
  )
}
