'use client'

import { useState, useSyncExternalStore } from 'react'
import { QrCode, Share2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { WhatsappIcon } from '@/components/message/whatsapp-icon'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { QrDialog } from './qr-dialog'
import { useLinkUrl } from './use-link-url'
import { useShareText, type SharedLink } from './use-share-text'

type ShareActionsProps = {
  link: SharedLink
  customerName?: string | undefined
  /** As `wa.me` wants it; null lets the seller choose a chat. */
  whatsappNumber: string | null
  /** Something else is the page's main action: opening a closed link again. */
  isBeside?: boolean
}

const never = () => () => undefined

/** Every way to hand a link to somebody. */
export function ShareActions({ link, customerName, whatsappNumber, isBeside = false }: ShareActionsProps) {
  const t = useTranslations('links.actions')
  const [isQrOpen, setIsQrOpen] = useState(false)
  const { titleOf, whatsappOf } = useShareText()
  const url = useLinkUrl()(link.slug)
  // Browsers without a share sheet, most laptops, get no button for it.
  const canShare = useSyncExternalStore(never, () => 'share' in navigator, () => false)

  return (
    <>
      <CopyButton text={url} variant={isBeside ? 'secondary' : 'primary'} />
      <Button asChild variant="secondary">
        <a href={whatsappOf(link, { name: customerName, phone: whatsappNumber && `+${whatsappNumber}` })} target="_blank" rel="noopener">
          <WhatsappIcon />
          {t('whatsapp')}
        </a>
      </Button>
      <Button variant="secondary" onClick={() => setIsQrOpen(true)}>
        <QrCode aria-hidden />
        {t('qr')}
      </Button>
      {canShare && (
        // Closing the share sheet rejects: nothing happened, nothing to say.
        <Button variant="secondary" onClick={() => void navigator.share({ title: titleOf(link), url }).catch(() => undefined)}>
          <Share2 aria-hidden />
          {t('share')}
        </Button>
      )}
      <QrDialog slug={isQrOpen ? link.slug : null} onClose={() => setIsQrOpen(false)} />
    </>
  )
}
