'use client'

import { useState } from 'react'
import { useLocale, useTranslations } from 'next-intl'
import { Card, CardTitle } from '@/components/ui/card'
import { FilterChip, FilterChips } from '@/components/ui/filter-chip'
import { LOCALES } from '@/lib/i18n/locales'
import { MESSAGE_KINDS, type MessageKind } from '@/lib/message/fields'
import type { TemplateView } from '@/lib/message/views'
import { MessageEditor } from './message-editor'

/** Every message of the shop, one at a time: which, in which language. What was typed in another one stays. */
export function MessageSettings({ messages }: { messages: TemplateView[] }) {
  const t = useTranslations('messages')
  const common = useTranslations('common')
  const [kind, setKind] = useState<MessageKind>('offer')
  const [locale, setLocale] = useState(useLocale())

  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <p className="text-base text-muted md:text-sm">{t('intro')}</p>
      <FilterChips label={t('kindLabel')}>
        {MESSAGE_KINDS.map((name) => (
          <FilterChip key={name} pressed={kind === name} onPress={() => setKind(name)}>
            {t(`kinds.${name}`)}
          </FilterChip>
        ))}
      </FilterChips>
      <Card>
        <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
          <div>
            <CardTitle>{t(`kinds.${kind}`)}</CardTitle>
            <p className="mt-0.5 text-sm text-muted">{t(`when.${kind}`)}</p>
          </div>
          <div role="group" aria-label={t('languageLabel')} className="flex gap-2">
            {LOCALES.map((name) => (
              <FilterChip key={name} pressed={locale === name} onPress={() => setLocale(name)}>
                <span lang={name}>{common(`languages.${name}`)}</span>
              </FilterChip>
            ))}
          </div>
        </div>
        {messages.map((message) => (
          <div key={`${message.kind} ${message.locale}`} hidden={message.kind !== kind || message.locale !== locale}>
            <MessageEditor message={message} />
          </div>
        ))}
      </Card>
    </div>
  )
}
