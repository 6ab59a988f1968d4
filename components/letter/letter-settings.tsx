'use client'

import { useState } from 'react'
import { useLocale, useTranslations } from 'next-intl'
import { Card, CardTitle } from '@/components/ui/card'
import { FilterChip, FilterChips } from '@/components/ui/filter-chip'
import { CUSTOMER_LETTERS, REMINDER_LETTERS, type CustomerLetter, type ReminderLetter } from '@/lib/email/texts/letters'
import type { LetterSettingsView } from '@/lib/email/texts/views'
import { LOCALES } from '@/lib/i18n/locales'
import { LetterEditor } from './letter-editor'
import { LetterSwitch } from './letter-switch'
import { ReminderState } from './reminder-state'
import { SenderForm } from './sender-form'

/** The shop's letters to customers, one at a time: whether it is sent, and in which words. */
export function LetterSettings({ settings: { senderName, replyTo, muted, letters }, reminders }: { settings: LetterSettingsView; reminders: Record<ReminderLetter, boolean> }) {
  const t = useTranslations('letters')
  const common = useTranslations('common')
  const [name, setName] = useState<CustomerLetter>('receipt')
  const [locale, setLocale] = useState(useLocale())
  // What was typed in another letter stays while it is out of sight; only those that were opened are drawn.
  const [opened, setOpened] = useState(() => new Set([`receipt ${locale}`]))
  const open = (letter: CustomerLetter, language: typeof locale) => {
    setName(letter)
    setLocale(language)
    setOpened((before) => new Set([...before, `${letter} ${language}`]))
  }
  return (
    <div className="flex max-w-5xl flex-col gap-4">
      <p className="max-w-2xl text-base text-muted md:text-sm">{t('intro')}</p>
      <Card>
        <CardTitle className="mb-4">{t('sender.title')}</CardTitle>
        <SenderForm sender={{ senderName, replyTo }} />
      </Card>
      <FilterChips label={t('choose')}>
        {CUSTOMER_LETTERS.map((letter) => (
          <FilterChip key={letter} pressed={name === letter} onPress={() => open(letter, locale)}>
            {t(`letters.${letter}`)}
          </FilterChip>
        ))}
      </FilterChips>
      <Card>
        <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
          <div>
            <CardTitle>{t(`letters.${name}`)}</CardTitle>
            <p className="mt-0.5 text-sm text-muted">{t(`when.${name}`)}</p>
          </div>
          <div role="group" aria-label={t('language')} className="flex gap-2">
            {LOCALES.map((language) => (
              <FilterChip key={language} pressed={locale === language} onPress={() => open(name, language)}>
                <span lang={language}>{common(`languages.${language}`)}</span>
              </FilterChip>
            ))}
          </div>
        </div>
        {CUSTOMER_LETTERS.map((letter) => (
          <div key={letter} hidden={letter !== name} className="mb-5">
            {isReminder(letter) ? <ReminderState isOn={reminders[letter]} /> : <LetterSwitch letter={letter} isMuted={muted.includes(letter)} />}
          </div>
        ))}
        {letters.flatMap((letter) => {
          const key = `${letter.letter} ${letter.locale}`
          return opened.has(key) ? [<div key={key} hidden={letter.letter !== name || letter.locale !== locale}><LetterEditor letter={letter} /></div>] : []
        })}
      </Card>
    </div>
  )
}

const isReminder = (letter: CustomerLetter): letter is ReminderLetter => (REMINDER_LETTERS as readonly CustomerLetter[]).includes(letter)
