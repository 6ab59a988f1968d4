'use client'

import type { ReactNode } from 'react'
import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { sumOf } from '@/lib/chat/chat-sum'
import type { ChatReading } from '@/lib/chat/parse-chat'
import { formatMoney } from '@/lib/money/format-money'

/** What was made of a chat, and what was not: the seller compares, before anything is sent. */
export function ChatUnderstood({ reading }: { reading: ChatReading }) {
  const t = useTranslations('chat')
  const { items, shipping, discount, total, customer, doubts, leftovers } = reading
  const sum = sumOf(reading)
  const facts: [string, string][] = (
    [
      ...items.map(({ name, quantity, price }) => [t('item'), price === null ? t('itemNoPrice', { quantity, name }) : t('itemPriced', { quantity, name, price: formatMoney(price, 'IDR') })]),
      [t('shipping'), shipping === null ? '' : formatMoney(shipping, 'IDR')],
      [t('discount'), discount === null ? '' : formatMoney(discount, 'IDR')],
      [t('total'), total === null ? '' : formatMoney(total, 'IDR')],
      [t('name'), customer.name],
      [t('phone'), customer.phone],
      [t('email'), customer.email],
      [t('address'), customer.address],
      [t('notes'), customer.notes],
    ] as [string, string][]
  ).filter(([, value]) => value !== '')

  return (
    <div className="flex flex-col gap-3 text-sm">
      {facts.length === 0 ? (
        <p>{t('nothing')}</p>
      ) : (
        <div>
          <p className="font-semibold">{t('understood')}</p>
          <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
            {facts.map(([label, value], index) => (
              <div key={index} className="contents">
                <dt className="text-muted">{label}</dt>
                <dd className="wrap-anywhere whitespace-pre-line">
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {total !== null && sum !== null && total !== sum && <Warning>{t('totalDiffers', { total: formatMoney(total, 'IDR'), sum: formatMoney(sum, 'IDR') })}</Warning>}
      {doubts.map((name, index) => (
        <Warning key={index}>{t('doubt', { name })}</Warning>
      ))}
      {leftovers.length > 0 && (
        <div>
          <p className="font-semibold">{t('leftovers')}</p>
          <ul className="mt-1 flex flex-col gap-1">
            {leftovers.map((text, index) => (
              <li key={index} className="wrap-anywhere text-muted">
                <bdi>{text}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

function Warning({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-start gap-2 rounded-md bg-warn-soft px-3.5 py-3 text-warn">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </p>
  )
}
