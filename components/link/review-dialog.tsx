'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { useShop } from '@/components/shell/shop-context'
import { Button } from '@/components/ui/button'
import { Dialog, SheetContent } from '@/components/ui/dialog'
import { Fact, Facts } from '@/components/ui/facts'
import { createLinkSchema, type CreateLinkValues } from '@/lib/link/schema'
import { totalOf } from '@/lib/link/total'
import { formatMoney } from '@/lib/money/format-money'
import { smsNumber } from '@/lib/sms/rules'
import { inputOf, type LinkDraft } from './link-draft'
import { useLinkUrl } from './use-link-url'
import { useWallClockText } from './use-wall-clock-text'

type ReviewDialogProps = { draft: LinkDraft; isPending: boolean; onConfirm: () => void; onClose: () => void }

/** The whole link as it will be, before anything is made or sent. */
export function ReviewDialog({ draft, isPending, onConfirm, onClose }: ReviewDialogProps) {
  const t = useTranslations('sending.review')
  const { data: values } = createLinkSchema.safeParse(inputOf(draft))
  if (!values) return null
  const { sending } = values
  const isSent = Boolean(sending?.email || sending?.sms)
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && !isPending && onClose()}>
      <SheetContent
        title={t('title')}
        description={t('text')}
        footer={
          <>
            <Button variant="secondary" onClick={onClose}>
              {t('back')}
            </Button>
            <Button pending={isPending} onClick={onConfirm} className="max-md:order-first">
              {t(!isSent ? 'create' : sending?.at ? 'createAndSchedule' : 'createAndSend')}
            </Button>
          </>
        }
      >
        {/* Longer than the screen: the keyboard has to get in to scroll it. */}
        <div role="group" aria-label={t('text')} tabIndex={0} className="rounded-md">
          <ReviewFacts values={values} />
        </div>
      </SheetContent>
    </Dialog>
  )
}

function ReviewFacts({ values }: { values: CreateLinkValues }) {
  const t = useTranslations('sending.review')
  const create = useTranslations('links.create')
  const notesText = useTranslations('sending.notes')
  const methodName = useTranslations('methods')
  const { currency } = useShop()
  const urlOf = useLinkUrl()
  const { textOf } = useWallClockText()
  const { items, title, description, usageLimit, startsAt, expiry, customer, paymentMethods, sending, internalNotes = [] } = values
  const when = sending?.at ? t('sentAt', { at: textOf(sending.at) }) : t('sentNow')

  return (
    <Facts>
      <Fact label={t('sending')}>
        <Lines
          lines={[
            sending?.email && customer ? `${t('email', { to: customer.email })}, ${when}` : '',
            sending?.sms && customer ? `${t('sms', { to: smsNumber(customer.phone) ?? customer.phone })}, ${when}` : '',
          ]}
          none={t('nothingSent')}
        />
      </Fact>
      <Fact label={t('amount')}>
        <strong className="tabular-nums">{formatMoney(totalOf(items), currency)}</strong>
      </Fact>
      <Fact label={t('items')}>
        <Lines lines={items.map(({ name, price, quantity }) => `${quantity > 1 ? `${quantity} × ` : ''}${name}: ${formatMoney(price * quantity, currency)}`)} />
      </Fact>
      <Fact label={t('customer')}>
        <Lines lines={customer ? [`${customer.firstName} ${customer.lastName}`.trim(), customer.email, customer.phone] : []} none={t('anybody')} />
      </Fact>
      {customer?.notes && <Fact label={t('customerNotes')}>{text(customer.notes)}</Fact>}
      {title && <Fact label={t('name')}>{text(title)}</Fact>}
      {description && <Fact label={t('description')}>{text(description)}</Fact>}
      <Fact label={t('address')}>{text(urlOf(values.slug))}</Fact>
      <Fact label={t('reference')}>{text(values.orderId)}</Fact>
      <Fact label={t('uses')}>{usageLimit === null ? t('unlimited') : t('usesTimes', { count: usageLimit })}</Fact>
      <Fact label={t('starts')}>{startsAt ? textOf(startsAt) : t('atOnce')}</Fact>
      <Fact label={t('ends')}>
        {expiry.kind === 'at' ? textOf(expiry.at) : expiry.kind === 'after' ? t('after', { count: expiry.amount, unit: create(expiry.unit) }) : t('never')}
      </Fact>
      <Fact label={t('methods')}>{paymentMethods.length === 0 ? t('allMethods') : paymentMethods.map((method) => methodName(method)).join(', ')}</Fact>
      {internalNotes.length > 0 && (
        <Fact label={notesText('title')}>
          <Lines lines={internalNotes.map(({ key, value }) => `${key}: ${value}`)} />
        </Fact>
      )}
    </Facts>
  )
}

function Lines({ lines, none = null }: { lines: readonly string[]; none?: ReactNode }) {
  const shown = lines.filter((line) => line !== '')
  if (shown.length === 0) return none
  return (
    <span className="flex flex-col gap-1">
      {shown.map((line, index) => (
        <bdi key={index}>{line}</bdi>
      ))}
    </span>
  )
}

const text = (value: string) => (
  <bdi dir="auto" className="whitespace-pre-line">
    {value}
  </bdi>
)
