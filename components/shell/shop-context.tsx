'use client'

import { createContext, use, type ReactNode } from 'react'
import type { Currency } from '@/lib/money/money'
import type { Locale } from '@/lib/i18n/locales'
import type { Mode } from '@/lib/shop/mode'
import type { CustomFieldLabels } from '@/lib/shop/profile/schema'

export type ShopFacts = {
  name: string
  /** What is worked on: everything on the screen is of this mode. */
  mode: Mode
  locale: Locale
  timeZone: string
  currency: Currency
  /** The origin that customers' addresses begin with: `https://…`, without a slash at the end. */
  appUrl: string
  /** What the seller calls the three fields that the API hands through; a name that is missing: their numbers. */
  customFieldLabels: CustomFieldLabels
}

const ShopContext = createContext<ShopFacts | null>(null)

export function ShopProvider({ shop, children }: { shop: ShopFacts; children: ReactNode }) {
  return <ShopContext value={shop}>{children}</ShopContext>
}

export function useShop(): ShopFacts {
  const shop = use(ShopContext)
  if (!shop) throw new Error('useShop outside of the dashboard')
  return shop
}
