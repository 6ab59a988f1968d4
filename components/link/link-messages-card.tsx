'use client'

import { useState } from 'react'
import Link from 'next/link'
import { useQuery } from '@tanstack/react-query'
import { CalendarClock, Mail, MessageSquare } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { WhatsappButton } from '@/components/message/whatsapp-button'
import { Button } from '@/components/ui/button'
import { Card, CardTitle } from '@/components/ui/card'
import { useClock } from '@/components/ui/clock'
import { ErrorState } from '@/components/ui/error-state'
import type { Channel } from '@/lib/link-message/schema'
import type { LinkMessageView } from '@/lib/link-message/views'
import type { LinkDetails } from '@/lib/link/views'
import { MessageRow } from './message-row'
import { MessageTimeDialog } from './message-time-dialog'
import { linkMessagesQuery } from './sending-queries'
import { useAmountText } from './use-amount-text'
import { useLinkUrl } from './use-link-url'
import { useMessageChange } from './use-message-change'

const ICONS = { email: Mail, sms: MessageSquare } as const

/** A reminder by WhatsApp is offered this long before the end. */
const SOON_MS = 48 * 3_600_000

/** What of a link was sent to its customer, what is to be sent, and sending it again. */
export function LinkMessagesCard({ link }: { link: LinkDetails }) {
  const t = useTranslations('sending.card')
  const form = useTranslations('sending.form')
  const { data, isError, isFetching, refetch } = useQuery(linkMessagesQuery(link.id))
  const { mutate, isPending, variables } = useMessageChange()
  const [timing, setTiming] = useState<LinkMessageView | 'new' | null>(null)
  const { customer, status } = link
  if (!customer) return null
  if (!data) return isError ? <ErrorState title={t('failed')} pending={isFetching} onRetry={() => void refetch()} /> : null

  const { messages, ways } = data
  const isOpen = status === 'active' || status === 'scheduled'
  const reachable: Channel[] = [...(customer.email ? (['email'] as const) : []), ...(customer.phone && ways.sms !== 'none' ? (['sms'] as const) : [])]
  const hasSent = (channel: Channel) => messages.some((message) => message.channel === channel && message.kind === 'link')
  const isWaiting = (channel: Channel) => messages.some((message) => message.channel === channel && message.kind === 'link' && message.state === 'scheduled')
  const sendable = isOpen ? reachable.filter((channel) => !isWaiting(channel)) : []

  return (
    <Card className="mb-4">
      <CardTitle>{t('title')}</CardTitle>
      {messages.length === 0 ? (
        <p className="mt-1 text-sm text-muted">{t('none')}</p>
      ) : (
        <ul aria-label={t('list')} className="mt-3">
          {messages.map((message) => (
            <MessageRow key={message.id} message={message} onChangeTime={() => setTiming(message)} />
          ))}
        </ul>
      )}
      {isOpen && customer.phone && ways.sms === 'none' && (
        <p className="mt-2 text-sm text-muted">
          {form('smsNone')}{' '}
          <Link href="/settings/sms" className="font-semibold text-accent underline-offset-2 hover:underline">
            {form('setUp')}
          </Link>
        </p>
      )}
      {!isOpen && reachable.length > 0 && <p className="mt-2 text-sm text-muted">{t('closed')}</p>}
      <div className="mt-3 flex flex-wrap gap-2 empty:hidden">
        {sendable.map((channel) => {
          const Icon = ICONS[channel]
          return (
            <Button
              key={channel}
              variant="secondary"
              size="small"
              pending={isPending && variables.kind === 'send' && variables.channel === channel}
              onClick={() => mutate({ kind: 'send', linkId: link.id, channel })}
            >
              <Icon aria-hidden />
              {hasSent(channel) ? t(`again.${channel}`) : t(channel === 'email' ? 'sendEmail' : 'sendSms')}
            </Button>
          )
        })}
        {sendable.length > 0 && (
          <Button variant="secondary" size="small" onClick={() => setTiming('new')}>
            <CalendarClock aria-hidden />
            {t('schedule')}
          </Button>
        )}
        <WhatsappReminder link={link} />
      </div>
      {timing && <MessageTimeDialog linkId={link.id} message={timing === 'new' ? null : timing} ways={sendable.map((channel) => ({ channel, to: (channel === 'email' ? customer.email : customer.phone) ?? '' }))} onClose={() => setTiming(null)} />}
    </Card>
  )
}

/** One tap for a link that ends soon and that nobody has paid or is paying: an order in between has its own. */
function WhatsappReminder({ link }: { link: LinkDetails }) {
  const t = useTranslations('sending.card')
  const share = useTranslations('links.share')
  const locale = useLocale()
  const now = useClock()
  const urlOf = useLinkUrl()
  const amountText = useAmountText()
  const { customer, status, usedCount, heldCount, expiresAt, slug, name, openAmount } = link
  const isDue = status === 'active' && usedCount === 0 && heldCount === 0 && expiresAt !== null && expiresAt.getTime() - now < SOON_MS
  if (!isDue || !customer?.phone) return null
  const values = { name: customer.firstName || null, item: name, amount: openAmount ? share('openAmount', { amount: amountText(link) }) : amountText(link), link: urlOf(slug), deadline: expiresAt }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <WhatsappButton kind="remind" locale={locale} values={values} phone={customer.phone} customerName={customer.firstName || name} size="small" />
      <span className="text-sm text-muted">{t('remindHint')}</span>
    </div>
  )
}
