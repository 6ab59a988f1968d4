'use client'

import Link from 'next/link'
import { useQuery } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { linkReportQuery } from './link-queries'
import { LinkUrl } from './link-url'
import { useAmountText } from './use-amount-text'
import { ChatPreview } from './share/chat-preview'
import { shareQuery } from './share/share-queries'
import { ShareActions } from './share-actions'

/** Right after making a link: it, and every way to send it, before anything else. */
export function LinkCreated({ id }: { id: string }) {
  const t = useTranslations('links.created')
  const amountText = useAmountText()
  const { data } = useQuery({ ...linkReportQuery(id), refetchInterval: false })
  const { data: shared } = useQuery({ ...shareQuery(id), refetchInterval: false })
  if (!data) return null
  const { link, whatsappNumber } = data

  return (
    <div className="mx-auto max-w-lg md:pt-8">
      <Card className="flex flex-col items-center p-6 text-center md:p-8">
        <span className="grid size-16 place-items-center rounded-full bg-ok-soft text-ok">
          <Check aria-hidden strokeWidth={2.5} className="size-8" />
        </span>
        <h1 className="mt-4 text-lg font-bold tracking-tight">{t('title')}</h1>
        <p className="mt-1 max-w-full text-sm wrap-anywhere text-muted">
          <bdi>{link.name}</bdi> · <span className="font-semibold text-ink tabular-nums">{amountText(link)}</span>
        </p>
        <LinkUrl slug={link.slug} className="mt-5 w-full rounded-md bg-subtle px-4 py-3 text-base" />
        <div className="mt-4 flex w-full flex-wrap gap-2 *:flex-1 *:first:basis-full">
          <ShareActions link={link} customerName={link.customer?.firstName} whatsappNumber={whatsappNumber} />
        </div>
        {shared && (
          <div className="mt-5 flex w-full justify-center">
            <ChatPreview card={shared.card} />
          </div>
        )}
        <p className="mt-5 text-sm text-muted">{t('text')}</p>
      </Card>
      <div className="mt-4 flex flex-wrap justify-center gap-2">
        <Button asChild variant="ghost">
          <Link href="/links/new">{t('another')}</Link>
        </Button>
        <Button asChild variant="ghost">
          <Link href={`/links/${id}`}>{t('toDetails')}</Link>
        </Button>
        <Button asChild variant="secondary">
          <Link href="/links">{t('toList')}</Link>
        </Button>
      </div>
    </div>
  )
}
