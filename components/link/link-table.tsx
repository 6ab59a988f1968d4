'use client'

import { useCallback, useState } from 'react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { Table, TableHead } from '@/components/ui/table'
import type { LinkSummary } from '@/lib/link/views'
import type { ClosingLink } from './close-link-dialog'
import { LinkRow } from './link-row'
import { useMessageSigns } from './message-sign'
import { SelectBox } from './select/select-box'
import type { Selection } from './select/use-selection'
import type { Renewal } from './share/use-renewal'

// Their code comes when one is first asked for.
const QrDialog = dynamic(() => import('./qr-dialog').then((module) => module.QrDialog), { ssr: false })
const CloseLinkDialog = dynamic(() => import('./close-link-dialog').then((module) => module.CloseLinkDialog), { ssr: false })

/** The page of links, with one QR window and one question about closing for all of its rows. */
export function LinkTable({ links, isOld, selection, renewal }: { links: LinkSummary[]; isOld: boolean; selection: Selection; renewal: Renewal }) {
  const t = useTranslations('links.list')
  const select = useTranslations('bulk.select')
  const [qrOf, setQrOf] = useState<LinkSummary | null>(null)
  const [closing, setClosing] = useState<ClosingLink | null>(null)
  const signs = useMessageSigns(links)
  const close = useCallback((link: LinkSummary, change: ClosingLink['change']) => setClosing({ link, change }), [])
  const { isSelecting, isAllMatching, selected, toggle } = selection

  return (
    <>
      <Table
        role="table"
        aria-label={t('caption')}
        aria-busy={isOld}
        containerClassName="max-xl:overflow-visible max-xl:rounded-none max-xl:border-0 max-xl:bg-transparent"
        className={cn('transition-opacity max-xl:block', isOld && 'opacity-60')}
      >
        <thead role="rowgroup" className="max-xl:sr-only">
          <tr role="row">
            <TableHead role="columnheader" className="max-xl:hidden xl:w-0 xl:py-0 xl:pr-0 xl:pl-2">
              <SelectBox name={select('page')} checked={selection.isAllMatching || selection.isPageSelected} disabled={selection.isAllMatching} onChange={selection.togglePage} />
            </TableHead>
            <TableHead role="columnheader" className="px-3">{t('item')}</TableHead>
            <TableHead role="columnheader" className="px-3 text-right">
              {t('amount')}
            </TableHead>
            <TableHead role="columnheader" className="px-3">{t('status')}</TableHead>
            <TableHead role="columnheader" className="px-3">{t('usage')}</TableHead>
            <TableHead role="columnheader" className="px-3">{t('created')}</TableHead>
            <TableHead role="columnheader">
              <span className="sr-only">{t('actions')}</span>
            </TableHead>
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-xl:grid max-xl:gap-3 lg:max-xl:grid-cols-2">
          {links.map((link) => (
            <LinkRow
              key={link.id} link={link} sign={signs.get(link.id)} isSelecting={isSelecting} isSelected={isAllMatching || selected.has(link.id)} isFixed={isAllMatching}
              onToggle={toggle} onQr={setQrOf} isRenewing={renewal.renewing === link.id} onRenew={renewal.renew} onClose={close}
            />
          ))}
        </tbody>
      </Table>
      {qrOf && <QrDialog slug={qrOf.slug} onClose={() => setQrOf(null)} />}
      {closing && <CloseLinkDialog closing={closing} onClose={() => setClosing(null)} />}
    </>
  )
}
