import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { unwrap } from '@/components/shell/unwrap'
import { findDeliveryAction, findEndpointAction, listDeliveriesAction, listEndpointsAction, listOrderDeliveriesAction, revealSecretAction } from '@/lib/webhook/actions'
import type { DeliveryAddress } from './delivery-filter'
import { webhookKeys } from './webhook-keys'

// Next runs a browser's server actions one after the other: what few look at polls less often than what moves.
const LIVE_MS = 4_000
const CALM_MS = 10_000

export const endpointListQuery = () =>
  queryOptions({
    queryKey: webhookKeys.endpoints,
    queryFn: () => unwrap(listEndpointsAction({})),
    refetchInterval: CALM_MS,
  })

export const endpointQuery = (id: string) =>
  queryOptions({
    queryKey: webhookKeys.endpoint(id),
    queryFn: () => unwrap(findEndpointAction({ id })),
    refetchInterval: CALM_MS,
  })

export const deliveriesQuery = (endpointId: string, filter: DeliveryAddress) =>
  queryOptions({
    queryKey: webhookKeys.deliveries(endpointId, filter),
    queryFn: () => unwrap(listDeliveriesAction({ endpointId, ...filter })),
    refetchInterval: LIVE_MS,
    placeholderData: keepPreviousData,
  })

export const orderDeliveriesQuery = (id: string) =>
  queryOptions({
    queryKey: webhookKeys.ofOrder(id),
    queryFn: () => unwrap(listOrderDeliveriesAction({ id })),
    refetchInterval: CALM_MS,
  })

export const deliveryQuery = (id: string) =>
  queryOptions({
    queryKey: webhookKeys.delivery(id),
    queryFn: () => unwrap(findDeliveryAction({ id })),
    refetchInterval: LIVE_MS,
  })

/** Only ever asked with `enabled` steered by hand. */
export const secretQuery = (id: string) =>
  queryOptions({
    queryKey: webhookKeys.secret(id),
    queryFn: () => unwrap(revealSecretAction({ id })),
    staleTime: Infinity,
  })
