'use client'

import { useTranslations } from 'next-intl'

/** What a customer is called on screens: a link may let them go on without a word. */
export function useCustomerName(): (name: string) => string {
  const t = useTranslations('orders')
  return (name) => name || t('customer')
}
