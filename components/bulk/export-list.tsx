'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { unwrap } from '@/components/shell/unwrap'
import { Button } from '@/components/ui/button'
import { buttonVariants } from '@/components/ui/button-variants'
import { ErrorState } from '@/components/ui/error-state'
import { ListSkeleton } from '@/components/ui/list-skeleton'
import { RelativeTime } from '@/components/ui/relative-time'
import { cancelExportAction } from '@/lib/data-export/actions'
import type { ExportView } from '@/lib/data-export/views'
import { exportsQuery, isOver } from './bulk-queries'
import { ProgressBar } from './progress-bar'
import { BulkStateBadge } from './state-badge'

/** The files of this shop, newest first, while they are written and after. */
export function ExportList() {
  const t = useTranslations('bulk.export')
  const { data, isError, isFetching, refetch } = useQuery(exportsQuery())
  return (
    <section aria-labelledby="export-files">
      <h2 id="export-files" className="font-semibold">{t('list')}</h2>
      <p className="text-sm text-muted">{t('keeps')}</p>
      <div className="mt-2">
        {!data ? (
          isError ? <ErrorState pending={isFetching} onRetry={() => void refetch()} /> : <ListSkeleton />
        ) : data.length === 0 ? (
          <p className="text-muted">{t('none')}</p>
        ) : (
          <ul className="divide-y rounded-lg border bg-card">{data.map((made) => <ExportRow key={made.id} made={made} />)}</ul>
        )}
      </div>
    </section>
  )
}

function ExportRow({ made }: { made: ExportView }) {
  const t = useTranslations('bulk.export')
  const client = useQueryClient()
  const cancel = useMutation({ mutationFn: () => unwrap(cancelExportAction({ id: made.id })), onSettled: () => client.invalidateQueries({ queryKey: exportsQuery().queryKey }) })
  const { id, kind, format, state, rowCount, totalCount, hasFile, createdAt } = made
  const name = `${t(`kind.${kind}`)}, ${format.toUpperCase()}`
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
      <div className="min-w-0">
        <p className="font-semibold">{name}</p>
        <p className="text-sm text-muted"><RelativeTime at={createdAt} />{state === 'done' && ` · ${t('rows', { count: rowCount })}`}</p>
      </div>
      {isOver(made) ? (
        hasFile ? (
          <a href={`/api/exports/${id}`} download aria-label={t('downloadNamed', { name })} className={buttonVariants({ variant: 'secondary' })}><Download aria-hidden />{t('download')}</a>
        ) : state === 'done' ? <p className="text-sm text-muted">{t('removed')}</p> : <BulkStateBadge state={state} />
      ) : (
        <div className="flex w-full items-center gap-3 md:w-80">
          <div className="flex-1"><ProgressBar done={rowCount} total={totalCount ?? 0} label={name} text={t('rowsOf', { done: rowCount, total: totalCount ?? 0 })} /></div>
          <Button variant="ghost" size="small" pending={cancel.isPending} onClick={() => cancel.mutate()}>{t('cancel')}</Button>
        </div>
      )}
    </li>
  )
}
