'use client'

import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { useCustomerName } from '@/components/shell/use-customer-name'
import { AppFailure, unwrap } from '@/components/shell/unwrap'
import { useErrorText } from '@/components/ui/error-text'
import { changeLinkAction, closeLinkAndOrdersAction } from '@/lib/link/actions'
import type { LinkStatus } from '@/lib/link/status'
import type { LinkPage } from '@/lib/link/views'
import type { CancelledOrders } from '@/lib/order/cancel-open-orders'
import { linkKeys } from './link-keys'
import { linkReportQuery } from './link-queries'

type Change = { id: string; change: 'pause' | 'resume' | 'delete' | 'restore'; openOrders?: 'keep' | 'cancel' }

/** What takes it back, offered where a slip would keep customers out. */
const UNDO: Partial<Record<Change['change'], Change['change']>> = { delete: 'restore', pause: 'resume' }

/** How many customers a message names. */
const NAMED = 3

/** Pauses, resumes, deletes (with a way back) or restores a link, and says so. Pausing shows at once. */
export function useLinkChange() {
  const client = useQueryClient()
  const t = useTranslations('links.actions')
  const open = useTranslations('links.openOrders')
  const nameOf = useCustomerName()
  const { describe } = useErrorText()

  const mutation = useMutation({
    mutationFn: ({ id, change, openOrders }: Change): Promise<CancelledOrders | null> =>
      openOrders === 'cancel' && (change === 'pause' || change === 'delete')
        ? unwrap(closeLinkAndOrdersAction({ id, change }))
        : unwrap(changeLinkAction({ id, change })),
    onMutate: async ({ id, change }) => {
      if (change !== 'pause' && change !== 'resume') return undefined
      await client.cancelQueries({ queryKey: linkKeys.all })
      const before = client.getQueriesData({ queryKey: linkKeys.all })
      showStatus(client, { id, status: change === 'pause' ? 'paused' : 'active' })
      return before
    },
    onSuccess: (orders, { id, change }) => {
      const description = orders && sentencesOn(orders)
      const isLong = change === 'delete' || description !== null
      const back = UNDO[change]
      // One for each link, with everything of it told anew: an older one would still offer to take back what is no more.
      toast.success(t(({ pause: 'paused', resume: 'resumed', delete: 'deleted', restore: 'restored' } as const)[change]), {
        id: `link ${id}`,
        description,
        duration: isLong ? 10_000 : 4_000,
        // It stays until the answer takes its place: closing by itself, it would take a quick answer with it.
        action: back && { label: t('undo'), onClick: (event) => (event.preventDefault(), event.detail < 2 && mutation.mutate({ id, change: back })) },
      })
    },
    onError: (error, _, before) => {
      for (const [key, data] of before ?? []) client.setQueryData(key, data)
      toast.error(t('failed', { reason: describe(error instanceof AppFailure ? error.error : { kind: 'unexpected' }) }))
    },
    onSettled: () => client.invalidateQueries({ queryKey: linkKeys.all }),
  })
  return mutation

  function sentencesOn({ cancelled, paid, left }: CancelledOrders): string {
    return [
      open('cancelled', { count: cancelled }),
      paid.length > 0 && open('paid', { count: paid.length, names: paid.slice(0, NAMED).map(nameOf).join(', ') + (paid.length > NAMED ? ' …' : '') }),
      left > 0 && open('left', { count: left }),
    ].filter((sentence) => sentence !== false).join(' ')
  }
}

function showStatus(client: QueryClient, { id, status }: { id: string; status: LinkStatus }) {
  client.setQueriesData<LinkPage>({ queryKey: linkKeys.lists }, (page) =>
    page && { ...page, links: page.links.map((link) => (link.id === id ? { ...link, status } : link)) },
  )
  client.setQueryData(linkReportQuery(id).queryKey, (report) => report && { ...report, link: { ...report.link, status } })
}
