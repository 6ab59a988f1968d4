'use client'

import Link from 'next/link'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { unwrap } from '@/components/shell/unwrap'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { buttonVariants } from '@/components/ui/button-variants'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { useErrorText } from '@/components/ui/error-text'
import { ListSkeleton } from '@/components/ui/list-skeleton'
import { cancelImportAction } from '@/lib/link-import/actions'
import type { ImportRowView } from '@/lib/link-import/views'
import { importQuery, isOver } from './bulk-queries'
import { ProgressBar } from './progress-bar'
import { BulkStateBadge } from './state-badge'

/** How far an import is, and what became of it. */
export function ImportProgress({ id }: { id: string }) {
  const t = useTranslations('bulk.import')
  const client = useQueryClient()
  const { data, isError, isFetching, refetch } = useQuery(importQuery(id))
  const cancel = useMutation({ mutationFn: () => unwrap(cancelImportAction({ id })), onSettled: () => client.invalidateQueries({ queryKey: importQuery(id).queryKey }) })
  if (!data) return isError ? <ErrorState pending={isFetching} onRetry={() => void refetch()} /> : <ListSkeleton />
  const { state, rowCount, madeCount, refusedCount, refused } = data
  const done = madeCount + refusedCount
  return (
    <div className="flex flex-col gap-4">
      <Card>
        <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
          <p aria-live="polite" className="font-semibold">{t('made', { count: madeCount })}, {t('refused', { count: refusedCount })}</p>
          <BulkStateBadge state={state} />
        </div>
        <ProgressBar done={done} total={rowCount} label={t('title')} text={t('progress', { done, total: rowCount })} />
        <div className="mt-4 flex flex-wrap gap-2">
          {isOver(data) ? (
            <>
              <a href={`/api/links/import/${id}/result`} download className={buttonVariants()}><Download aria-hidden />{t('result')}</a>
              <Link href="/links" className={buttonVariants({ variant: 'secondary' })}>{t('toLinks')}</Link>
              <Link href="/links/import" className={buttonVariants({ variant: 'ghost' })}>{t('another')}</Link>
            </>
          ) : (
            <AlertDialog
              trigger={<Button variant="secondary" pending={cancel.isPending}>{t('cancel')}</Button>}
              title={t('cancelTitle')}
              description={t('cancelText')}
              cancelLabel={t('keepGoing')}
              confirmLabel={t('cancelConfirm')}
              pending={cancel.isPending}
              onConfirm={() => cancel.mutate()}
            />
          )}
        </div>
      </Card>
      {refused.length > 0 && <Refused rows={refused} more={refusedCount - refused.length} />}
    </div>
  )
}

function Refused({ rows, more }: { rows: ImportRowView[]; more: number }) {
  const t = useTranslations('bulk.import')
  const { textOf } = useErrorText()
  return (
    <Card>
      <h2 className="font-semibold">{t('refusedTitle')}</h2>
      <ul className="mt-2 divide-y text-sm">
        {rows.map(({ row, told, problems }) => (
          <li key={row} className="py-2">
            <span className="tabular-nums">{t('row')} {row}</span> <bdi className="font-semibold wrap-anywhere">{told.name}</bdi>
            {(problems ?? []).map(({ column, message }, index) => (
              <p key={index} className="text-bad">{column !== '' && <code>{column}: </code>}{textOf(message)}</p>
            ))}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="mt-2 text-sm text-muted">{t('moreWrong', { count: more })} {t('allInResult')}</p>}
    </Card>
  )
}
