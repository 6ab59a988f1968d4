import type { CheckoutOrder } from '@/lib/checkout/views'
import type { Wording } from '@/lib/i18n/wording'
import { CARD } from './classes'
import { formatMoment } from './format-moment'

type Fact = { label: string; value: string }

type Props = { wording: Wording; order: CheckoutOrder; more?: Fact[] }

/** What a receipt says: what, how, when, and the number to ask about. */
export function ReceiptFacts({ wording, order, more = [] }: Props) {
  const { t } = wording
  const { items, linkName, paidAt, shop } = order
  const item = items.length > 1 ? t('paid.items', { name: items[0]?.name ?? linkName, count: items.length - 1 }) : (items[0]?.name ?? linkName)
  const facts: Fact[] = [
    { label: t('paid.item'), value: item },
    { label: t('paid.method'), value: wording.methodName(order.paymentMethod) },
    ...(paidAt ? [{ label: t('paid.time'), value: formatMoment(paidAt, { wording, timeZone: shop.timeZone }) }] : []),
    { label: t('paid.order'), value: order.orderId },
    ...more,
  ]
  return (
    <dl className={`${CARD} px-4`}>
      {facts.map(({ label, value }) => (
        <div key={label} className="flex justify-between gap-4 border-line py-3 not-first:border-t">
          <dt className="flex-none text-muted">{label}</dt>
          <dd className="min-w-0 text-right break-words tabular-nums" dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
