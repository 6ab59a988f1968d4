import type { DeliveryAddress } from './delivery-filter'

/** Names of what react-query holds about webhooks. A change to one makes everything under `all` old. */
export const webhookKeys = {
  all: ['webhooks'] as const,
  endpoints: ['webhooks', 'endpoints'] as const,
  endpoint: (id: string) => ['webhooks', 'endpoint', id] as const,
  deliveries: (endpointId: string, filter: DeliveryAddress) => ['webhooks', 'deliveries', endpointId, filter] as const,
  ofOrder: (orderId: string) => ['webhooks', 'order', orderId] as const,
  delivery: (id: string) => ['webhooks', 'delivery', id] as const,
  /** Apart from the rest: a secret is asked for by hand, never again by itself. */
  secret: (endpointId: string) => ['webhook-secret', endpointId] as const,
}
