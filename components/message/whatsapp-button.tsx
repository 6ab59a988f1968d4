'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { ButtonVariants } from '@/components/ui/button-variants'
import { Tooltip } from '@/components/ui/tooltip'
import { whatsAppNumber } from '@/lib/platform/phone'
import { useMessageText, type Message } from './message-texts'
import { WhatsappIcon } from './whatsapp-icon'
import { whatsappUrl } from './whatsapp-url'

type WhatsappButtonProps = Message & {
  /** As the customer typed it; null or blank lets the seller choose a chat. */
  phone: string | null
  /** Whom the message is for, for who cannot see the row it stands in. */
  customerName: string
  variant?: ButtonVariants['variant']
  size?: ButtonVariants['size']
  /** Only the icon, with its words in a tooltip: in rows. */
  iconOnly?: boolean
  className?: string
  /** WhatsApp opens with the message. */
  onOpen?: () => void
}

/** Opens WhatsApp with the shop's message to a customer, ready to send: nothing is sent by itself. */
export function WhatsappButton({ phone, customerName, variant = 'secondary', size, iconOnly = false, className, onOpen, ...message }: WhatsappButtonProps) {
  const t = useTranslations('messages.send')
  const text = useMessageText()(message)
  const { kind } = message
  const button = (
    <Button asChild variant={variant} size={size ?? (iconOnly ? 'icon' : 'default')} className={className}>
      <a
        href={whatsappUrl({ text, number: phone ? whatsAppNumber(phone) : null })}
        target="_blank"
        rel="noopener noreferrer"
        onClick={onOpen}
        aria-label={iconOnly ? t(`named.${kind}`, { name: customerName }) : undefined}
        // A deadline is written by the calendar of whoever draws: a server's and a browser's may differ in a dot.
        suppressHydrationWarning
      >
        <WhatsappIcon />
        {!iconOnly && t(kind)}
      </a>
    </Button>
  )
  return iconOnly ? <Tooltip text={t(kind)}>{button}</Tooltip> : button
}
