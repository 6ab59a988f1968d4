'use client'

import { createContext, use, type ReactNode } from 'react'
import { useTimeZone } from 'next-intl'
import { useShop } from '@/components/shell/shop-context'
import { formatExactTime } from '@/lib/i18n/format-time'
import type { Locale } from '@/lib/i18n/locales'
import type { MessageKind, MessageValues } from '@/lib/message/fields'
import { fillMessage } from '@/lib/message/fill'
import type { MessageTexts } from '@/lib/message/views'
import { DEFAULT_TIME_ZONE } from '@/lib/shop/time-zones'

const MessageTextsContext = createContext<MessageTexts | null>(null)

/** The shop's messages, for every page of the dashboard. */
export function MessageTextsProvider({ texts, children }: { texts: MessageTexts; children: ReactNode }) {
  return <MessageTextsContext value={texts}>{children}</MessageTextsContext>
}

export type Message = {
  kind: MessageKind
  /** The language that its reader ordered in. */
  locale: Locale
  /** The shop's name is known; a deadline is said in the shop's time zone. */
  values: Omit<MessageValues, 'shop' | 'deadline'> & { deadline?: Date | null }
}

/** Writes a message in the shop's words. */
export function useMessageText(): (message: Message) => string {
  const texts = use(MessageTextsContext)
  const { name: shop } = useShop()
  const timeZone = useTimeZone() ?? DEFAULT_TIME_ZONE
  if (!texts) throw new Error('useMessageText outside of the dashboard')
  return ({ kind, locale, values: { deadline, ...values } }) =>
    fillMessage(texts[kind][locale], { ...values, shop, deadline: deadline ? formatExactTime(deadline, { locale, timeZone }) : null })
}
