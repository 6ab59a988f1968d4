'use client'

import type { ReactNode } from 'react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Card, CardTitle } from '@/components/ui/card'
import { Money } from '@/components/ui/money'
import { RelativeTime } from '@/components/ui/relative-time'
import type { LinkDetails } from '@/lib/link/views'
import type { LinkOrderCounts } from '@/lib/order/views'
import { isPaymentMethod } from '@/lib/payment/methods'
import { ExactTime } from '@/components/ui/exact-time'
import { LinkItems } from './link-items'
import { useAmountText } from './use-amount-text'
import { ordersAddress } from './orders-address'

/** A link as it is stored. */
export function LinkFacts({ link, orders }: { link: LinkDetails; orders: LinkOrderCounts }) {
  const t = useTranslations('links.details')
  const methodName = useTranslations('methods')
  const amountText = useAmountText()
  const { customer, usageLimit, paymentMethods } = link

  return (
    <Card>
      <CardTitle>{t('title')}</CardTitle>
      <dl className="mt-3">
        <Fact label={t('orders')}>
          <Link href={ordersAddress(link.id)} className="font-semibold text-accent underline-offset-2 hover:underline">
            {t('orderCount', { count: orders.placed })}
          </Link>
        </Fact>
        <Fact label={t('orderId')}>{text(link.orderId)}</Fact>
        <Fact label={t('slug')}>{text(link.slug)}</Fact>
        {link.title && <Fact label={t('name')}>{text(link.title)}</Fact>}
        {link.openAmount && (
          <>
            <Fact label={t('openAmount')}>
              <span className="font-semibold tabular-nums">{amountText(link)}</span>
              <span className="block text-xs text-muted">{t('openAmountHint')}</span>
            </Fact>
            {link.openAmount.preset !== null && (
              <Fact label={t('suggestion')}>
                <Money amount={link.openAmount.preset} currency={link.currency} className="font-normal" />
              </Fact>
            )}
          </>
        )}
        <Fact label={t('usageLimit')}>{usageLimit === null ? t('unlimited') : t('usageLimitTimes', { limit: usageLimit })}</Fact>
        <Fact label={t('startsAt')}>{link.startsAt ? <ExactTime at={link.startsAt} /> : t('startsAtOnce')}</Fact>
        <Fact label={t('expiresAt')}>{link.expiresAt ? <ExactTime at={link.expiresAt} /> : t('never')}</Fact>
        <Fact label={t('customer')}>
          {customer
            ? [`${customer.firstName} ${customer.lastName}`.trim(), customer.email, customer.phone].filter(Boolean).map((line) => (
                <span key={line} className="block">
                  {text(line)}
                </span>
              ))
            : t('anybody')}
        </Fact>
        {link.customerQuestions && (
          <Fact label={t('questions')}>
            {link.customerQuestions.required.length === 0 ? t('questionsNone') : link.customerQuestions.required.map((field) => t(`question.${field}`)).join(', ')}
          </Fact>
        )}
        {customer?.notes && <Fact label={t('notes')}>{paragraph(customer.notes)}</Fact>}
        <Fact label={t('methods')}>
          {paymentMethods.length === 0 ? t('allMethods') : paymentMethods.filter(isPaymentMethod).map((name) => methodName(name)).join(', ')}
          {link.accountsOff.length > 0 && <span className="block text-xs text-muted wrap-anywhere">{t('accountsOff', { accounts: link.accountsOff.map(({ label }) => label).join(', ') })}</span>}
        </Fact>
        {link.description && <Fact label={t('description')}>{paragraph(link.description)}</Fact>}
        <Fact label={t('created')}>
          <ExactTime at={link.createdAt} />
        </Fact>
        {link.deletedAt && (
          <Fact label={t('deleted')}>
            <RelativeTime at={link.deletedAt} />
          </Fact>
        )}
      </dl>
      {!link.openAmount && <LinkItems link={link} />}
    </Card>
  )
}

function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-6 gap-y-0.5 border-t py-3 text-sm">
      <dt className="text-muted">{label}</dt>
      <dd className="ml-auto max-w-full min-w-0 text-right wrap-anywhere">{children}</dd>
    </div>
  )
}

const text = (value: string) => <bdi>{value}</bdi>

const paragraph = (value: string) => (
  <span dir="auto" className="block text-left whitespace-pre-line">
    {value}
  </span>
)
