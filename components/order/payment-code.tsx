'use client'

import { useTranslations } from 'next-intl'
import { CopyButton } from '@/components/ui/copy-button'
import { Fact } from '@/components/ui/facts'
import type { Instructions } from '@/lib/payment/instructions'

/** What the customer was given to pay with, for the case that they ask again in the chat. */
export function PaymentCode({ instructions }: { instructions: Instructions }) {
  const t = useTranslations('orders.code')
  switch (instructions.kind) {
    case 'virtualAccount':
      return <Code label={t('virtualAccount')} value={instructions.number} />
    case 'bill':
      return (
        <>
          <Code label={t('billerCode')} value={instructions.billerCode} />
          <Code label={t('billKey')} value={instructions.billKey} />
        </>
      )
    case 'storeCode':
      return <Code label={t('storeCode')} value={instructions.code} />
    case 'transfer':
      return <Code label={`${instructions.bank} · ${instructions.holder}`} value={instructions.number} />
    case 'qr':
    case 'card':
    case 'ownQr':
    case 'delivery':
    case 'custom':
      return null
  }
}

function Code({ label, value }: { label: string; value: string }) {
  const t = useTranslations('orders.code')
  return (
    <Fact label={label}>
      <span className="tabular-nums">{value}</span>
      <CopyButton text={value} iconOnly variant="ghost" className="-my-2.5 -mr-2.5" name={t('copy', { name: label })} />
    </Fact>
  )
}
