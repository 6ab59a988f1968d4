import type { Locale } from '@/lib/i18n/locales'
import type { Wording } from '@/lib/i18n/wording'
import { COLUMN, MAIN_BUTTON } from './classes'
import { MessageCard } from './message-card'
import { LanguageSwitch } from './shop-header'

export type Sentence = 'notFound' | 'orderNotFound' | 'forbidden' | 'unreadable' | 'unexpected' | 'unavailable' | 'tooMany'

type Props = {
  wording: Wording
  sentence: Sentence
  /** Where to go on; null where there is nothing. */
  back: string | null
  languages: Record<Locale, string> | null
}

/** A page that belongs to no shop: a wrong address, a refused request. */
export function SentencePage({ wording, sentence, back, languages }: Props) {
  const { t } = wording
  return (
    <main className={`${COLUMN} flex flex-col gap-3 py-6`}>
      {languages && (
        <div className="flex justify-end">
          <LanguageSwitch wording={wording} languages={languages} />
        </div>
      )}
      <MessageCard icon="cross" tone="warn" title={t(`sentences.${sentence}`)}>
        <p>{t(`sentences.${sentence}Text`)}</p>
      </MessageCard>
      {back && <a href={back} className={MAIN_BUTTON}>{t('sentences.back')}</a>}
    </main>
  )
}
