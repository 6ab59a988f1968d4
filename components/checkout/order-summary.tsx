import type { ReactNode } from 'react'
import type { CheckoutLink } from '@/lib/checkout/views'
import type { Wording } from '@/lib/i18n/wording'
import { formatMoney } from '@/lib/money/format-money'
import { availabilityText } from './availability'
import { CARD } from './classes'
import { Icon } from './icon'

/** Longer ones leave a 360-pixel phone's card. */
const LONGEST_LARGE_AMOUNT = 16

type Props = {
  wording: Wording
  link: CheckoutLink
  at: Date
  /** Asks for the amount, where the customer decides it; nothing for a fixed one. */
  amountField: ReactNode
}

/** What is sold, for how much, and how long. */
export function OrderSummary({ wording, link, at, amountField }: Props) {
  const { items, currency } = link
  const [first] = items
  const isNamedByItem = items.length === 1 && first?.name === link.name
  const amount = formatMoney(link.amount, currency)
  const availability = availabilityText(link, { wording, at })
  return (
    <section className={`${CARD} p-4`}>
      <h1 className="text-lg leading-snug font-semibold break-words" dir="auto">{link.name}</h1>
      {link.openAmount ? null : isNamedByItem ? (
        <p className="text-sm text-muted tabular-nums">{first.quantity} × {formatMoney(first.price, currency)}</p>
      ) : (
        <ul className="mt-2 flex flex-col gap-2">
          {items.map((item, index) => (
            <li key={index} className="flex justify-between gap-4 text-sm">
              <span className="min-w-0">
                <span className="block break-words" dir="auto">{item.name}</span>
                {item.quantity !== 1 && <span className="text-muted tabular-nums">{item.quantity} × {formatMoney(item.price, currency)}</span>}
              </span>
              <span className={`flex-none tabular-nums ${item.price < 0 ? 'text-ok' : ''}`}>{formatMoney(item.price * item.quantity, currency)}</span>
            </li>
          ))}
        </ul>
      )}
      {link.description && <p className="mt-2 text-sm break-words whitespace-pre-line text-muted" dir="auto">{link.description}</p>}
      {amountField ?? (
        <p className="mt-3 flex flex-wrap items-baseline justify-between gap-x-4 border-t border-line pt-3">
          <span className="text-muted">{wording.t('total')}</span>
          <strong className={`${amount.length > LONGEST_LARGE_AMOUNT ? 'text-lg' : 'text-xl'} font-bold tabular-nums`}>{amount}</strong>
        </p>
      )}
      {availability && (
        <p className="mt-2 flex items-start gap-2 text-sm text-warn">
          <Icon name="clock" className="mt-0.5 size-4" />
          {availability}
        </p>
      )}
    </section>
  )
}
