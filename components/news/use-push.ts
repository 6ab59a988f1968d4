'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocale } from 'next-intl'
import { unwrap } from '@/components/shell/unwrap'
import { allowPushAction, isPushAllowedAction, stopPushAction, testPushAction } from '@/lib/push/actions'
import { readPushStanding, subscribeBrowser, unsubscribeBrowser, type PushStanding } from './browser-push'

const KEY = ['push']

type Standing = Exclude<PushStanding, { kind: 'subscribed' }> | { kind: 'on'; endpoint: string }

/** Whether this browser is called with news, and changing that. */
export function usePush(publicKey: string) {
  const locale = useLocale()
  const queryClient = useQueryClient()
  const { data: standing, isError, refetch } = useQuery({ queryKey: KEY, queryFn: askBoth })
  const refresh = () => queryClient.invalidateQueries({ queryKey: KEY })

  const allow = useMutation({
    /** @returns whether its user allowed it */
    mutationFn: async () => {
      const subscription = await subscribeBrowser(publicKey)
      if (!subscription) return false
      await unwrap(allowPushAction({ ...subscription, locale }))
      return true
    },
    onSettled: refresh,
  })
  const stop = useMutation({
    mutationFn: async (endpoint: string) => {
      await unwrap(stopPushAction({ endpoint }))
      await unsubscribeBrowser()
    },
    onSettled: refresh,
  })
  const test = useMutation({ mutationFn: (endpoint: string) => unwrap(testPushAction({ endpoint })), onError: refresh })
  return { standing, failed: isError && standing === undefined, retry: () => void refetch(), allow, stop, test }
}

/** A browser may still be subscribed for the seller who used it before: for this one it is off. */
async function askBoth(): Promise<Standing> {
  const standing = await readPushStanding()
  if (standing.kind !== 'subscribed') return standing
  const { endpoint } = standing
  return (await unwrap(isPushAllowedAction({ endpoint }))) ? { kind: 'on', endpoint } : { kind: 'off' }
}
