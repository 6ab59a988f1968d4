import type { CheckoutLink } from '@/lib/checkout/views'
import type { Wording } from '@/lib/i18n/wording'
import { CARD } from './classes'
import { formatMonth } from './format-moment'
import { OtherNames } from './other-names'

/** Who gets the money, and where to look whether this page is genuine. */
export function TrustBlock({ wording, link: { slug, shop }, qrisNames = [] }: { wording: Wording; link: Pick<CheckoutLink, 'slug' | 'shop'>; qrisNames?: readonly string[] }) {
  const { t, appName } = wording
  const facts = [
    [t('sharing.trust.shop'), shop.name],
    [t('sharing.trust.since', { app: appName }), formatMonth(shop.createdAt, { wording, timeZone: shop.timeZone })],
    ...qrisNames.map((name) => [t('own.qris.name'), name] as const),
    [t('sharing.trust.id'), slug],
  ] as const
  return (
    <section className={`${CARD} screen-only p-4 text-sm`} aria-labelledby="trust">
      <h2 id="trust" className="font-semibold">{t('sharing.trust.heading')}</h2>
      <dl className="mt-2 flex flex-col gap-1">
        {facts.map(([name, value]) => (
          <div key={name} className="flex justify-between gap-4">
            <dt className="flex-none text-muted">{name}</dt>
            <dd className="min-w-0 text-right break-words" dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
      <OtherNames wording={wording} shop={shop} qrisNames={qrisNames} />
      <p className="mt-2"><a href={`/check?link=${slug}&lang=${wording.locale}`} className="inline-block py-2.5 font-semibold text-accent underline">{t('sharing.trust.check')}</a></p>
    </section>
  )
}
