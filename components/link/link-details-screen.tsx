'use client'

import { useState, type ReactNode } from 'react'
import Link from 'next/link'
import { useQuery } from '@tanstack/react-query'
import { ExternalLink, Pause, Pencil, Play, RotateCcw, RotateCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PageHeader } from '@/components/shell/page-header'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { CloseLinkDialog, type ClosingLink } from './close-link-dialog'
import { LinkApiFacts } from './link-api-facts'
import { InternalNotesCard } from './internal-notes-card'
import { LinkConversion } from './link-conversion'
import { LinkFacts } from './link-facts'
import { LinkInvoice } from './link-invoice'
import { LinkMenu } from './link-menu'
import { LinkMessagesCard } from './link-messages-card'
import { linkReportQuery } from './link-queries'
import { LinkStats } from './link-stats'
import { LinkStatusBadge } from './link-status-badge'
import { isPausable, isRenewable } from './list-actions'
import { LinkTimeline } from './link-timeline'
import { LinkUrl } from './link-url'
import { RenewDialog } from './share/renew-dialog'
import { useRenewal } from './share/use-renewal'
import { ShareCardPanel } from './share/share-card-panel'
import { WaitersCard } from './share/waiters-card'
import { ShareActions } from './share-actions'
import { useLinkChange } from './use-link-change'
import { useLinkUrl } from './use-link-url'

/** Everything about one link, moving while customers pay. */
export function LinkDetailsScreen({ id }: { id: string }) {
  const t = useTranslations('links')
  const common = useTranslations('common')
  const share = useTranslations('share.renew')
  const editing = useTranslations('editing.edit')
  const { data, isFetching, refetch } = useQuery(linkReportQuery(id))
  const { mutate } = useLinkChange()
  const [closing, setClosing] = useState<ClosingLink | null>(null)
  const renewal = useRenewal()
  const urlOf = useLinkUrl()
  if (!data) return <ErrorState title={t('details.failed')} pending={isFetching} onRetry={() => void refetch()} />
  const { link, orders, timeline, canBePaid, whatsappNumber } = data
  const isDeleted = link.status === 'deleted'

  return (
    <>
      <PageHeader
        title={link.name}
        badge={<LinkStatusBadge status={link.status} />}
        parent={{ href: '/links', label: t('details.back'), here: link.orderId, navigationLabel: common('breadcrumb') }}
        actions={
          <>
            {!isDeleted && (
              <Button asChild variant="secondary">
                <Link href={`/links/${id}/edit`}>
                  <Pencil aria-hidden />
                  {editing('action')}
                </Link>
              </Button>
            )}
            {isPausable(link.status) && action('pause', <Pause aria-hidden />)}
            {link.status === 'paused' && action('resume', <Play aria-hidden />)}
            {isRenewable(link.status) && (
              <Button pending={renewal.renewing === id} onClick={() => renewal.renew(link)}>
                <RotateCw aria-hidden />
                {share('action')}
              </Button>
            )}
            {isDeleted ? action('restore', <RotateCcw aria-hidden />) : <LinkMenu link={link} isOnDetails onClose={(change) => setClosing({ link, change })} />}
          </>
        }
      />
      {!isDeleted && !canBePaid && (
        <p className="mb-4 rounded-lg bg-warn-soft px-4 py-3 text-base text-warn md:text-sm">
          {t('details.unpayable')} <Link href="/settings/payments" className="font-semibold underline">{t('details.toPayments')}</Link>
        </p>
      )}
      {isDeleted ? (
        <p className="mb-4 rounded-lg bg-bad-soft px-4 py-3 text-sm text-bad">{t('details.deletedNotice')}</p>
      ) : (
        <Card className="mb-4 flex flex-col gap-4 lg:flex-row lg:items-center lg:justify-between">
          <div className="min-w-0">
            <p className="text-sm text-muted">{t('share.label')}</p>
            <LinkUrl slug={link.slug} className="mt-0.5 text-base" />
          </div>
          <div className="flex flex-wrap gap-2 max-sm:*:flex-1 max-sm:*:first:basis-full">
            <ShareActions link={link} customerName={link.customer?.firstName} whatsappNumber={whatsappNumber} isBeside={isRenewable(link.status)} />
            <Button asChild variant="secondary">
              <a href={urlOf(link.slug)} target="_blank" rel="noopener">
                <ExternalLink aria-hidden />
                {t('actions.visitShort')}
              </a>
            </Button>
            <LinkInvoice link={link} />
          </div>
        </Card>
      )}
      {!isDeleted && <WaitersCard link={link} />}
      <LinkMessagesCard link={link} />
      <LinkStats link={link} orders={orders} />
      <LinkConversion id={id} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="min-w-0">
          <LinkFacts link={link} orders={orders} />
          <InternalNotesCard key={JSON.stringify(link.internalNotes)} link={link} />
          {!isDeleted && <ShareCardPanel id={id} />}
          <LinkApiFacts link={link} />
        </div>
        <LinkTimeline entries={timeline} currency={link.currency} />
      </div>
      <RenewDialog renewal={renewal} />
      <CloseLinkDialog closing={closing} onClose={() => setClosing(null)} />
    </>
  )

  function action(change: 'pause' | 'resume' | 'restore', icon: ReactNode) {
    return (
      <Button variant="secondary" onClick={() => (change === 'pause' && link.heldCount > 0 ? setClosing({ link, change }) : mutate({ id, change }))}>
        {icon}
        {t(`actions.${change}`)}
      </Button>
    )
  }
}
