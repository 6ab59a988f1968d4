'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { unwrap } from '@/components/shell/unwrap'
import { useChangeText } from '@/components/shell/use-change-text'
import { Button } from '@/components/ui/button'
import { buttonVariants } from '@/components/ui/button-variants'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { ListSkeleton } from '@/components/ui/list-skeleton'
import { cancelBulkChangeAction, undoBulkDeleteAction } from '@/lib/bulk-change/actions'
import { bulkChangeQuery, isOver } from './bulk-queries'
import { ProgressBar } from './progress-bar'
import { BulkStateBadge } from './state-badge'

/** How far a change of many links is, and what it did. */
export function ChangeProgress({ id }: { id: string }) {
  const t = useTranslations('bulk.change')
  const router = useRouter()
  const client = useQueryClient()
  const textOf = useChangeText()
  const { data, isError, isFetching, refetch } = useQuery(bulkChangeQuery(id))
  const stop = useMutation({ mutationFn: () => unwrap(cancelBulkChangeAction({ id })), onSettled: () => client.invalidateQueries({ queryKey: bulkChangeQuery(id).queryKey }) })
  const undo = useMutation({ mutationFn: () => unwrap(undoBulkDeleteAction({ id, submissionId: crypto.randomUUID() })), onSuccess: (undoing) => router.push(`/links/bulk/${undoing.id}`) })
  if (!data) return isError ? <ErrorState pending={isFetching} onRetry={() => void refetch()} /> : <ListSkeleton />
  const done = data.changedCount + data.alreadyCount + data.leftCount
  return (
    <Card>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <p aria-live="polite" className="font-semibold">{textOf(data)} {data.state === 'cancelled' && t('stopped')}</p>
        <BulkStateBadge state={data.state} />
      </div>
      <ProgressBar done={done} total={data.totalCount} label={t(`title.${data.change}`)} text={t('progress', { done, total: data.totalCount })} />
      <div className="mt-4 flex flex-wrap gap-2">
        {isOver(data) ? (
          <>
            <Link href="/links" className={buttonVariants()}>{t('toLinks')}</Link>
            {data.change === 'delete' && data.changedCount > 0 && <Button variant="secondary" pending={undo.isPending} onClick={() => undo.mutate()}>{t('undo')}</Button>}
          </>
        ) : (
          <Button variant="secondary" pending={stop.isPending} onClick={() => stop.mutate()}>{t('stop')}</Button>
        )}
      </div>
    </Card>
  )
}
