'use client'

import { useShop } from '@/components/shell/shop-context'

/** The public address of a link, by its link ID. */
export function useLinkUrl() {
  const { appUrl } = useShop()
  return (slug: string) => `${appUrl}/p/${slug}`
}
