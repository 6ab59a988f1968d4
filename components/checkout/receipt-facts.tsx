import type { CheckoutOrder } from '@/lib/checkout/views'
import type { PaidRest } from '@/lib/confirmation/views'
import type { Wording } from '@/lib/i18n/wording'
import { formatMoney } from '@/lib/money/format-money'
import { askedAmount } from '@/lib/order/asked-amount'
import { isOwn } from '@/lib/payment/instructions'
import { CARD } from './classes'
import { formatMoment } from './format-moment'

type Fact = { label: string; value: string }

type Props = {
  wording: Wording
  order: CheckoutOrder
  /** The order that brought what was missing of this one. */
  rest?: PaidRest | null
  more?: Fact[]
}

/** What a receipt says: what, how, when, and the number to ask about. */
export function ReceiptFacts({ wording, order, rest = null, more = [] }: Props) {
  const { t } = wording
  const { items, linkName, paidAt, shop, currency } = order
  const sold = items.filter(({ price }) => price >= 0)
  const item = sold.length > 1 ? t('paid.items', { name: sold[0]?.name ?? linkName, count: sold.length - 1 }) : (sold[0]?.name ?? linkName)
  const facts: Fact[] = [
    { label: t('paid.item'), value: item },
    ...items.filter(({ price }) => price < 0).map(({ name, price, quantity }) => ({ label: name, value: formatMoney(price * quantity, currency) })),
    ...(order.uniqueCode === 0 ? [] : [{ label: t('own.uniqueCode'), value: formatMoney(order.uniqueCode, currency) }]),
    ...otherAmount(),
    { label: t('paid.method'), value: isOwn(order.instructions) ? order.instructions.label : wording.methodName(order.paymentMethod) },
    ...(paidAt ? [{ label: t('paid.time'), value: formatMoment(paidAt, { wording, timeZone: shop.timeZone }) }] : []),
    { label: t('paid.order'), value: order.orderId },
    ...more,
  ]
  return (
    <dl className={`${CARD} px-4`}>
      {facts.map(({ label, value }, index) => (
        <div key={index} className="flex justify-between gap-4 border-line py-3 not-first:border-t">
          <dt className="max-w-1/2 flex-none text-muted break-words">{label}</dt>
          <dd className="min-w-0 text-right break-words tabular-nums" dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  )

  /** What was asked and what came, when a shop took another amount. */
  function otherAmount(): Fact[] {
    const [asked, { documents }] = [askedAmount(order), wording]
    const difference = order.amount - asked
    if (difference === 0) return []
    return [
      { label: documents('asked'), value: formatMoney(asked, currency) },
      { label: documents('paid'), value: formatMoney(order.amount, currency) },
      { label: documents(difference < 0 ? 'less' : 'more'), value: formatMoney(Math.abs(difference), currency) },
      ...(rest ? [{ label: documents('restPaid', { order: rest.orderId }), value: formatMoney(rest.amount, currency) }] : []),
    ]
  }
}
