import type { Verdict } from '@/lib/check/check-link'
import type { Locale } from '@/lib/i18n/locales'
import type { Wording } from '@/lib/i18n/wording'
import { CARD, COLUMN, MAIN_BUTTON, QUIET_BUTTON } from './classes'
import { formatMonth } from './format-moment'
import { MessageCard } from './message-card'
import { OtherNames } from './other-names'
import { LanguageSwitch } from './shop-header'

export type CheckAnswer = Verdict | { kind: 'tooOften' } | null

type Props = {
  wording: Wording
  /** This server's public address. */
  own: URL
  pasted: string
  /** Null: nothing was asked yet. */
  answer: CheckAnswer
  languages: Record<Locale, string>
}

/** Anybody asks whether a link that they were sent is genuine. */
export function CheckPage({ wording, own, pasted, answer, languages }: Props) {
  const { t, appName } = wording
  return (
    <>
      <header className={`${COLUMN} flex items-center justify-between gap-3 py-4`}>
        <p className="font-semibold">{appName}</p>
        <LanguageSwitch wording={wording} languages={languages} />
      </header>
      <main className={`${COLUMN} flex flex-col gap-4 pb-8`}>
        {answer && <Answer wording={wording} own={own} answer={answer} />}
        <form method="get" action="/check" className={`${CARD} p-4`}>
          {answer ? <h2 className="text-lg font-bold">{t('sharing.check.title')}</h2> : <h1 className="text-lg font-bold">{t('sharing.check.title')}</h1>}
          <p className="mt-1 text-sm text-muted">{t('sharing.check.lead')}</p>
          <label htmlFor="link" className="mt-3 block text-sm font-medium">{t('sharing.check.label')}</label>
          <input
            id="link"
            name="link"
            defaultValue={pasted}
            maxLength={2000}
            required
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            dir="ltr"
            className="mt-1 block min-h-12 w-full rounded-md border border-muted bg-card px-3"
          />
          <input type="hidden" name="lang" value={wording.locale} />
          <button type="submit" className={`${answer ? QUIET_BUTTON : MAIN_BUTTON} mt-3`}>{t('sharing.check.send')}</button>
        </form>
        <section className={`${CARD} p-4 text-sm`}>
          <h2 className="font-semibold">{t('sharing.check.tips')}</h2>
          <ul className="mt-2 flex list-disc flex-col gap-2 pl-5">
            <li className="break-words">{t('sharing.check.tip1', { own: own.origin })}</li>
            {(['tip2', 'tip3', 'tip4'] as const).map((tip) => <li key={tip}>{t(`sharing.check.${tip}`)}</li>)}
          </ul>
        </section>
      </main>
    </>
  )
}

function Answer({ wording, own, answer }: Pick<Props, 'wording' | 'own'> & { answer: Exclude<CheckAnswer, null> }) {
  const { t } = wording
  switch (answer.kind) {
    case 'genuine':
      return <Genuine wording={wording} own={own} answer={answer} />
    case 'lookalike': {
      const { trick, host } = answer
      return (
        <MessageCard icon="cross" tone="bad" title={t('sharing.check.lookalike')}>
          <p>{t(`sharing.check.${trick}`, { host, own: own.host })}</p>
          {trick !== 'insecure' && <p className="font-medium text-ink">{t('sharing.check.doNotPay')}</p>}
        </MessageCard>
      )
    }
    case 'foreign':
      return (
        <MessageCard icon="cross" tone="bad" title={t('sharing.check.foreign')}>
          <p>{t('sharing.check.foreignText', { host: answer.host, own: own.host })}</p>
          <p className="font-medium text-ink">{t('sharing.check.doNotPay')}</p>
        </MessageCard>
      )
    default:
      return (
        <MessageCard icon="cross" tone="warn" title={t(`sharing.check.${answer.kind}`)}>
          <p>{t(`sharing.check.${answer.kind}Text`, { example: `${own.origin}/p/…` })}</p>
        </MessageCard>
      )
  }
}

function Genuine({ wording, own, answer: { link, qrisNames, reason } }: Pick<Props, 'wording' | 'own'> & { answer: Extract<Verdict, { kind: 'genuine' }> }) {
  const { t, appName } = wording
  const { slug, mode, shop, usageLimit } = link
  const words = reason === 'soldOut' && usageLimit === 1 ? 'paidOnce' : reason
  const facts = [
    [t('sharing.trust.shop'), shop.name],
    [t('sharing.trust.since', { app: appName }), formatMonth(shop.createdAt, { wording, timeZone: shop.timeZone })],
    ...qrisNames.map((name) => [t('own.qris.name'), name] as const),
    [t('sharing.trust.id'), slug],
    [t('sharing.check.state'), words === null ? t('sharing.check.open') : t(`closed.${words}`)],
  ] as const
  return (
    <>
      <MessageCard icon={reason === null ? 'check' : 'clock'} tone={reason === null ? 'ok' : 'warn'} title={t(reason === null ? 'sharing.check.genuine' : 'sharing.check.genuineClosed')}>
        <p>{t('sharing.check.genuineText', { host: own.host })}</p>
        <dl className="mt-3 flex flex-col gap-2 text-left text-sm">
          {facts.map(([name, value]) => (
            <div key={name} className="flex justify-between gap-4 border-t border-line pt-2">
              <dt className="flex-none">{name}</dt>
              <dd className="min-w-0 text-right font-medium break-words text-ink" dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
        <OtherNames wording={wording} shop={shop} qrisNames={qrisNames} />
        {mode === 'test' && <p className="mt-2 rounded-md bg-warn-soft p-3 text-sm font-medium text-warn">{t('sharing.check.test')}</p>}
      </MessageCard>
      <a href={`/p/${slug}`} className={reason === null ? MAIN_BUTTON : QUIET_BUTTON}>{t('sharing.check.openLink')}</a>
    </>
  )
}
