import type { CheckoutShop } from '@/lib/checkout/views'
import { CARD } from './classes'

const LINK = 'inline-block py-2.5 font-semibold text-accent underline break-all'

/** The shop's thanks in its own words, and where else it is found; nothing for a shop that said neither. */
export function ShopWords({ shop: { thankYou, supportEmail, website, instagram } }: { shop: CheckoutShop }) {
  const places = [
    ...(website ? [{ href: website, text: website.replace(/^https?:\/\//, '').replace(/\/$/, '') }] : []),
    ...(instagram ? [{ href: `https://www.instagram.com/${instagram}/`, text: `@${instagram}` }] : []),
    ...(supportEmail ? [{ href: `mailto:${supportEmail}`, text: supportEmail }] : []),
  ]
  if (!thankYou && places.length === 0) return null
  return (
    <section className={`${CARD} px-6 py-4 text-center`}>
      {thankYou && <p className="break-words whitespace-pre-line" dir="auto">{thankYou}</p>}
      {places.length > 0 && (
        <ul className="mt-1 flex flex-wrap justify-center gap-x-4 text-sm">
          {places.map(({ href, text }) => (
            <li key={href}><a href={href} rel="noopener noreferrer" className={LINK}>{text}</a></li>
          ))}
        </ul>
      )}
    </section>
  )
}
