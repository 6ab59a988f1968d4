import { queryOptions } from '@tanstack/react-query'
import { unwrap } from '@/components/shell/unwrap'
import { findSendingWaysAction, listLinkMessagesAction, listLinkMessageSignsAction } from '@/lib/link-message/actions'
import { linkKeys } from './link-keys'

/** What is on its way changes in a second or two. */
const LIVE_MS = 2_500
const QUIET_MS = 6_000
const SIGNS_MS = 15_000

export const messageKeys = {
  ways: ['sending-ways'] as const,
  ofLink: (linkId: string) => [...linkKeys.all, 'messages', linkId] as const,
  signs: (linkIds: readonly string[]) => [...linkKeys.all, 'message-signs', linkIds] as const,
}

export const sendingWaysQuery = () =>
  queryOptions({ queryKey: messageKeys.ways, queryFn: () => unwrap(findSendingWaysAction({})), staleTime: SIGNS_MS })

export const linkMessagesQuery = (linkId: string) =>
  queryOptions({
    queryKey: messageKeys.ofLink(linkId),
    queryFn: () => unwrap(listLinkMessagesAction({ linkId })),
    refetchInterval: ({ state: { data } }) => (data?.messages.some(({ state, isTimed }) => state === 'pending' || (state === 'scheduled' && !isTimed)) ? LIVE_MS : QUIET_MS),
    staleTime: LIVE_MS,
  })

export const messageSignsQuery = (linkIds: readonly string[]) =>
  queryOptions({
    queryKey: messageKeys.signs(linkIds),
    queryFn: () => unwrap(listLinkMessageSignsAction({ linkIds })),
    refetchInterval: SIGNS_MS,
    staleTime: SIGNS_MS,
    enabled: linkIds.length > 0,
  })
