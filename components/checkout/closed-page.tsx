import { promisedAmount } from '@/lib/checkout/amount-text'
import type { CheckoutLink } from '@/lib/checkout/views'
import type { Locale } from '@/lib/i18n/locales'
import type { Wording } from '@/lib/i18n/wording'
import type { ClosedReason } from '@/lib/link/status'
import { AskShop } from './ask-shop'
import { COLUMN, MAIN_BUTTON, QUIET_BUTTON } from './classes'
import { closedText } from './closed-text'
import { formatMoment } from './format-moment'
import { MessageCard } from './message-card'
import { ShopHeader } from './shop-header'
import { TrustBlock } from './trust-block'
import { WaitForm, type WaitState } from './wait-form'

export type ClosedPageProps = {
  wording: Wording
  link: CheckoutLink
  reason: ClosedReason
  /** When the first of the places that are being paid may come back. */
  freesAt?: Date | null
  at: Date
  /** The link's own address, to reload and to name in a message. */
  path: string
  url: string
  languages: Record<Locale, string>
  /** The form for who wants to be told when it opens again; null where nothing is to be waited for. */
  wait: WaitState | null
}

/** A link that cannot be paid now: why, and how to reach the seller. */
export function ClosedPage({ wording, link, reason, freesAt = null, at, path, url, languages, wait }: ClosedPageProps) {
  const { t } = wording
  const { title, text } = closedText({ wording, link, reason, freesAt, at })
  const words = reason === 'soldOut' && link.usageLimit === 1 ? 'paidOnce' : reason
  return (
    <>
      <ShopHeader wording={wording} shop={link.shop} mode={link.mode} languages={languages} />
      <main className={`${COLUMN} flex flex-col gap-3 pb-6`}>
        <MessageCard icon="clock" tone="warn" title={title}>
          <p className="font-medium text-ink" dir="auto">{link.name}</p>
          <p>{text}</p>
          {link.expiresAt && link.expiresAt > at && reason !== 'deleted' && (
            <p>{t('sharing.deadline', { when: formatMoment(link.expiresAt, { wording, timeZone: link.shop.timeZone }) })}</p>
          )}
        </MessageCard>
        {reason === 'allHeld' && <a href={path} className={MAIN_BUTTON}>{t('closed.reload')}</a>}
        <AskShop
          wording={wording}
          shop={link.shop}
          label={t('closed.ask', { shop: link.shop.name })}
          text={t(`sharing.ask.${words}`, { shop: link.shop.name, name: link.name, amount: promisedAmount(link, t), url })}
          className={reason === 'allHeld' ? QUIET_BUTTON : MAIN_BUTTON}
        />
        {wait && <WaitForm wording={wording} shop={link.shop.name} action={path.replace(/(?=\?|$)/, '/wait')} {...wait} />}
        <TrustBlock wording={wording} link={link} />
      </main>
    </>
  )
}
