'use client'

import { useTranslations } from 'next-intl'
import { useShop } from '@/components/shell/shop-context'
import type { MessageValues } from '@/lib/message/fields'

/** An order to show a message with. */
export function useExample(): MessageValues {
  const t = useTranslations('messages.example')
  const { appUrl } = useShop()
  return { name: t('name'), item: t('item'), amount: t('amount'), order: t('order'), deadline: t('deadline'), reason: t('reason'), link: `${appUrl}/p/kerudung-voal` }
}
