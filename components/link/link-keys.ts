import type { LinkFilter } from '@/lib/link/filter'

/** Names of what react-query holds about links. A change to a link makes everything under `all` old. */
export const linkKeys = {
  all: ['links'] as const,
  lists: ['links', 'list'] as const,
  list: (filter: LinkFilter) => [...linkKeys.lists, filter] as const,
  counts: ['links', 'counts'] as const,
  report: (id: string) => ['links', 'report', id] as const,
  conversion: (id: string) => ['links', 'conversion', id] as const,
  share: (id: string) => ['links', 'share', id] as const,
  everyFreeId: ['link-ids'] as const,
  freeIds: (ids: { orderId?: string; slug?: string }) => [...linkKeys.everyFreeId, ids] as const,
}
