import type { EndpointView } from '@/lib/webhook/views'

/** What a seller knows a webhook by: the name they gave it, else where it leads to. */
export const endpointName = ({ description, url }: Pick<EndpointView, 'description' | 'url'>): string => description || (URL.parse(url)?.host ?? url)
