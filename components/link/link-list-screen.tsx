'use client'

import type { ReactNode } from 'react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PageHeader } from '@/components/shell/page-header'
import { Button } from '@/components/ui/button'
import { useUrlFilter } from '@/components/ui/use-url-filter'
import { linkFilter } from '@/lib/link/filter'
import { isReady } from '@/lib/receiving/views'
import type { LiveStart } from '@/lib/verification/views'
import { LinkList } from './link-list'
import { linkCountsQuery } from './link-queries'
import { LiveSetupCard } from './live-setup'
import { LinkSearch } from './link-search'
import { useRenewal } from './share/use-renewal'
import { ManyLinks } from './select/many-links'
import { StatusFilter } from './status-filter'

// Its code comes when it is first asked for.
const RenewDialog = dynamic(() => import('./share/renew-dialog').then((module) => module.RenewDialog), { ssr: false })

/**
 * All links of the shop. Which of them are shown stands in the address.
 * @param live what the shop has of what real links need; null in test mode
 * @param views the shop's saved searches
 */
export function LinkListScreen({ live, views }: { live: LiveStart | null; views?: ReactNode }) {
  const t = useTranslations('links')
  const { filter, change: show } = useUrlFilter(linkFilter)
  // Here, not in the table: a list of ended links is empty once its only one is open again.
  const renewal = useRenewal()
  const { data: counts } = useQuery(linkCountsQuery())
  // Nothing to look through yet: the first step stands alone.
  const isMissing = live !== null && !isReady(live.setup)
  const isNewShop = counts?.all === 0 && counts.deleted === 0
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          !isNewShop &&
          !isMissing && (
            <>
              <ManyLinks filter={filter} />
              <Button asChild>
                <Link href="/links/new">
                  <Plus aria-hidden />
                  {t('newLink')}
                </Link>
              </Button>
            </>
          )
        }
      />
      {live && isMissing && (
        <div className="mb-5">
          <LiveSetupCard {...live} />
        </div>
      )}
      {!isNewShop && views}
      {!isNewShop && (
        <div className="mb-4 flex flex-col gap-3 xl:flex-row xl:items-center">
          <LinkSearch value={filter.q ?? ''} onSearch={(q) => show({ q }, { replace: true })} />
          <StatusFilter status={filter.status} onChange={(status) => show({ status })} />
        </div>
      )}
      {!(isMissing && isNewShop) && <LinkList filter={filter} show={show} renewal={renewal} />}
      {renewal.changing && <RenewDialog renewal={renewal} />}
    </>
  )
}
