'use client'

import type { ReactNode } from 'react'
import { Mail, MessageCircle, Phone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonVariants } from '@/components/ui/button-variants'
import { Card, CardTitle } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { whatsAppNumber } from '@/lib/platform/phone'

type OrderCustomerProps = {
  name: string
  phone: string | null
  email: string | null
  /** What there is to tell them now. */
  message: ReactNode
}

export function OrderCustomer({ name, phone, email, message }: OrderCustomerProps) {
  const t = useTranslations('orders')
  const way = cn(buttonVariants({ variant: 'secondary', size: 'small' }), 'flex-1')
  return (
    <Card>
      <CardTitle>{t('customer')}</CardTitle>
      <p className="mt-2 wrap-anywhere">
        <bdi>{name}</bdi>
      </p>
      {phone && <p className="text-base text-muted tabular-nums md:text-sm">{phone}</p>}
      {email && <p className="text-base wrap-anywhere text-muted md:text-sm">{email}</p>}
      {message}
      {(phone ?? email) && (
        <div className="mt-3 flex flex-wrap gap-2">
          {phone && (
            <>
              <a href={`https://wa.me/${whatsAppNumber(phone)}`} target="_blank" rel="noopener noreferrer" className={way}>
                <MessageCircle aria-hidden />
                WhatsApp
              </a>
              <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`} className={way}>
                <Phone aria-hidden />
                {t('call')}
              </a>
            </>
          )}
          {email && (
            <a href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`} className={way}>
              <Mail aria-hidden />
              {t('write')}
            </a>
          )}
        </div>
      )}
    </Card>
  )
}
