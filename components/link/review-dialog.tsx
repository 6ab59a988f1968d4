'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog, SheetContent } from '@/components/ui/dialog'
import { Fact, Facts } from '@/components/ui/facts'
import { createLinkSchema, type CreateLinkValues } from '@/lib/link/schema'
import { totalOf } from '@/lib/link/total'
import type { OpenAmount } from '@/lib/link/views'
import { formatMoney } from '@/lib/money/format-money'
import type { Offer } from '@/lib/receiving/views'
import { smsNumber } from '@/lib/sms/rules'
import { draftRange, inputOf, type LinkDraft } from './link-draft'
import { useAmountText } from './use-amount-text'
import { useLinkUrl } from './use-link-url'
import { useWallClockText } from './use-wall-clock-text'

type ReviewDialogProps = { draft: LinkDraft; offers: readonly Offer[]; isPending: boolean; onConfirm: () => void; onClose: () => void }

/** The whole link as it will be, before anything is made or sent. */
export function ReviewDialog({ draft, offers, isPending, onConfirm, onClose }: ReviewDialogProps) {
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
          <ReviewFacts values={values} openAmount={draft.isOpenAmount ? draftRange(draft.openAmount, values.currency) : null} offers={offers} />
        </div>
      </SheetContent>
    </Dialog>
  )
}

type ReviewFactsProps = { values: CreateLinkValues; /** What the customer may choose between; null: the items' total. */ openAmount: OpenAmount | null; offers: readonly Offer[] }

function ReviewFacts({ values, openAmount, offers }: ReviewFactsProps) {
  const t = useTranslations('sending.review')
  const details = useTranslations('links.details')
  const notesText = useTranslations('sending.notes')
  const methodName = useTranslations('methods')
  const amountText = useAmountText()
  const urlOf = useLinkUrl()
  const { textOf } = useWallClockText()
  const { currency, items, title, description, usageLimit, startsAt, expiry, customer, questions, paymentMethods, accountsOff, sending, internalNotes = [] } = values
  const when = sending?.at ? t('sentAt', { at: textOf(sending.at) }) : t('sentNow')
  const refusedAccounts = offers.flatMap(({ account }) => (account && accountsOff.includes(account.id) ? [account.label] : []))

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
        <span className="flex flex-col">
          <strong className="tabular-nums">{amountText({ amount: totalOf(items), currency, openAmount })}</strong>
          {openAmount && <span className="text-sm text-muted md:text-xs">{details('openAmountHint')}</span>}
        </span>
      </Fact>
      {openAmount && openAmount.preset !== null && (
        <Fact label={details('suggestion')}>
          <span className="tabular-nums">{formatMoney(openAmount.preset, currency)}</span>
        </Fact>
      )}
      <Fact label={t('items')}>
        <Lines lines={openAmount ? items.map(({ name }) => name) : items.map(({ name, price, quantity }) => `${quantity > 1 ? `${quantity} × ` : ''}${name}: ${formatMoney(price * quantity, currency)}`)} />
      </Fact>
      <Fact label={t('customer')}>
        <Lines lines={customer ? [`${customer.firstName} ${customer.lastName}`.trim(), customer.email, customer.phone] : []} none={t('anybody')} />
      </Fact>
      {customer?.notes && <Fact label={t('customerNotes')}>{text(customer.notes)}</Fact>}
      {!customer && questions && (
        <Fact label={details('questions')}>{questions.length === 0 ? details('questionsNone') : questions.map((field) => details(`question.${field}`)).join(', ')}</Fact>
      )}
      {title && <Fact label={t('name')}>{text(title)}</Fact>}
      {description && <Fact label={t('description')}>{text(description)}</Fact>}
      <Fact label={t('address')}>{text(urlOf(values.slug))}</Fact>
      <Fact label={t('reference')}>{text(values.orderId)}</Fact>
      <Fact label={t('uses')}>{usageLimit === null ? t('unlimited') : details('usageLimitTimes', { limit: usageLimit })}</Fact>
      <Fact label={t('starts')}>{startsAt ? textOf(startsAt) : t('atOnce')}</Fact>
      <Fact label={t('ends')}>
        {expiry.kind === 'at' ? textOf(expiry.at) : expiry.kind === 'after' ? t(`after.${expiry.unit}`, { count: expiry.amount }) : t('never')}
      </Fact>
      <Fact label={t('methods')}>
        <Lines
          lines={[
            paymentMethods.length === 0 ? t('allMethods') : paymentMethods.map((method) => methodName(method)).join(', '),
            refusedAccounts.length > 0 ? details('accountsOff', { accounts: refusedAccounts.join(', ') }) : '',
          ]}
        />
      </Fact>
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
