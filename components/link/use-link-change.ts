'use client'

import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { AppFailure, unwrap } from '@/components/shell/unwrap'
import { useErrorText } from '@/components/ui/error-text'
import { changeLinkAction } from '@/lib/link/actions'
import type { LinkStatus } from '@/lib/link/status'
import type { LinkPage } from '@/lib/link/views'
import { linkKeys } from './link-keys'
import { linkReportQuery } from './link-queries'

type Change = { id: string; change: 'pause' | 'resume' | 'delete' | 'restore' }

/** Pauses, resumes, deletes (with a way back) or restores a link, and says so. Pausing shows at once. */
export function useLinkChange() {
  const client = useQueryClient()
  const t = useTranslations('links.actions')
  const { describe } = useErrorText()

  const mutation = useMutation({
    mutationFn: (change: Change) => unwrap(changeLinkAction(change)),
    onMutate: async ({ id, change }) => {
      if (change !== 'pause' && change !== 'resume') return undefined
      await client.cancelQueries({ queryKey: linkKeys.all })
      const before = client.getQueriesData({ queryKey: linkKeys.all })
      showStatus(client, { id, status: change === 'pause' ? 'paused' : 'active' })
      return before
    },
    onSuccess: (_, { id, change }) => {
      if (change === 'delete') {
        toast.success(t('deleted'), { duration: 10_000, action: { label: t('undo'), onClick: () => mutation.mutate({ id, change: 'restore' }) } })
        return
      }
      toast.success(t(({ pause: 'paused', resume: 'resumed', restore: 'restored' } as const)[change]))
    },
    onError: (error, _, before) => {
      for (const [key, data] of before ?? []) client.setQueryData(key, data)
      toast.error(t('failed', { reason: describe(error instanceof AppFailure ? error.error : { kind: 'unexpected' }) }))
    },
    onSettled: () => client.invalidateQueries({ queryKey: linkKeys.all }),
  })
  return mutation
}

function showStatus(client: QueryClient, { id, status }: { id: string; status: LinkStatus }) {
  client.setQueriesData<LinkPage>({ queryKey: linkKeys.lists }, (page) =>
    page && { ...page, links: page.links.map((link) => (link.id === id ? { ...link, status } : link)) },
  )
  client.setQueryData(linkReportQuery(id).queryKey, (report) => report && { ...report, link: { ...report.link, status } })
}
