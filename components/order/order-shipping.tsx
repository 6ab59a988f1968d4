'use client'

import { useTranslations } from 'next-intl'
import { Card, CardTitle } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import type { ShippingAddress } from '@/lib/order/views'
import { addressText } from './address-text'

/** Where the goods go, and the same as text for the courier. */
export function OrderShipping({ address }: { address: ShippingAddress }) {
  const t = useTranslations('orders.own')
  const { name, phone, note } = address
  return (
    <Card>
      <CardTitle>{t('address')}</CardTitle>
      <address className="mt-2 text-base wrap-anywhere not-italic md:text-sm">
        <bdi className="block font-semibold">{name}</bdi>
        <span className="block text-muted tabular-nums">{phone}</span>
        <bdi className="mt-1 block">{address.address}</bdi>
        <bdi className="block">{[address.city, address.postalCode].filter(Boolean).join(' ')}</bdi>
      </address>
      {note && (
        <p className="mt-2 text-base wrap-anywhere md:text-sm">
          <span className="text-muted">{t('note')}: </span>
          <bdi>{note}</bdi>
        </p>
      )}
      <CopyButton text={addressText(address)} label={t('copyAddress')} size="small" className="mt-3 w-full" />
    </Card>
  )
}
