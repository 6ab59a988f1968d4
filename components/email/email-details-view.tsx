'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { PageHeader } from '@/components/shell/page-header'
import { buttonVariants } from '@/components/ui/button-variants'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { ExactTime } from '@/components/ui/exact-time'
import { Fact, Facts } from '@/components/ui/facts'
import { EmailBody } from './email-body'
import { emailDetailsQuery } from './email-queries'
import { EmailStateBadge } from './email-state-badge'
import { MailServerNotice } from './mail-server-notice'
import { ResendEmail } from './resend-email'

const KNOWN_PROBLEMS = ['outdated', 'unreachable', 'signIn', 'address'] as const

export function EmailDetailsView({ id }: { id: string }) {
  const t = useTranslations('outbox')
  const common = useTranslations('common')
  const { data: email, isFetching, refetch } = useQuery(emailDetailsQuery(id))
  if (!email) return <ErrorState pending={isFetching} onRetry={() => void refetch()} />
  const { subject, state, template, to, createdAt, sentAt, attemptCount, lastError, canSend, orderId, linkId } = email
  const isResendable = canSend && lastError !== 'outdated' && (state === 'kept' || state === 'failed')
  const problem = KNOWN_PROBLEMS.find((name) => name === lastError)

  return (
    <>
      <PageHeader
        parent={{ href: '/settings/outbox', label: t('title'), here: t(`kinds.${template}`), navigationLabel: common('breadcrumb') }}
        title={subject}
        badge={<EmailStateBadge state={state} />}
        actions={
          <>
            {orderId ? (
              <Link href={`/orders/${orderId}`} className={buttonVariants({ variant: 'secondary' })}>
                {t('seeOrder')}
              </Link>
            ) : (
              linkId && (
                <Link href={`/links/${linkId}`} className={buttonVariants({ variant: 'secondary' })}>
                  {t('seeLink')}
                </Link>
              )
            )}
            {isResendable && <ResendEmail id={id} hasFailed={state === 'failed'} />}
          </>
        }
      />
      {!canSend && <MailServerNotice />}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <EmailBody subject={subject} html={email.html} text={email.text} />
        <Card className="max-lg:order-first">
          {state === 'kept' && lastError === null && <p className="mb-3 text-base text-warn md:text-sm">{t('keptNote')}</p>}
          <Facts className="-my-3 [&>div:first-child]:border-t-0">
            <Fact label={t('to')}>
              <bdi>{to}</bdi>
            </Fact>
            <Fact label={t('kind')}>{t(`kinds.${template}`)}</Fact>
            <Fact label={t('created')}>
              <ExactTime at={createdAt} />
            </Fact>
            {sentAt && (
              <Fact label={t('sentAt')}>
                <ExactTime at={sentAt} />
              </Fact>
            )}
            {state !== 'kept' && <Fact label={t('attempts')}>{attemptCount}</Fact>}
            {lastError !== null && <Fact label={lastError === 'outdated' ? t('whyNot') : t('problem')}>{problem ? t(`problems.${problem}`) : <bdi>{lastError}</bdi>}</Fact>}
          </Facts>
        </Card>
      </div>
    </>
  )
}
