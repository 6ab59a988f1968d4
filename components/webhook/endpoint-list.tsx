'use client'

import Link from 'next/link'
import { useQuery } from '@tanstack/react-query'
import { Webhook } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonVariants } from '@/components/ui/button-variants'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { EndpointRow } from './endpoint-row'
import { endpointListQuery } from './webhook-queries'

/** Every address of the shop that hears about orders. */
export function EndpointList() {
  const t = useTranslations('webhooks')
  const { data: endpoints, isFetching, refetch } = useQuery(endpointListQuery())
  if (!endpoints) return <ErrorState pending={isFetching} onRetry={() => void refetch()} />
  if (endpoints.length === 0) {
    return (
      <EmptyState
        icon={<Webhook aria-hidden />}
        title={t('empty.title')}
        action={
          <Link href="/settings/webhooks/new" className={buttonVariants()}>
            {t('empty.action')}
          </Link>
        }
      >
        {t('empty.text')}
      </EmptyState>
    )
  }
  return (
    <ul aria-label={t('title')} className="overflow-hidden rounded-lg border bg-card">
      {endpoints.map((endpoint) => (
        <EndpointRow key={endpoint.id} endpoint={endpoint} />
      ))}
    </ul>
  )
}
