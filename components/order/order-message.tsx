'use client'

import { WhatsappButton } from '@/components/message/whatsapp-button'
import { useCustomerName } from '@/components/shell/use-customer-name'
import { useShop } from '@/components/shell/shop-context'
import type { ButtonVariants } from '@/components/ui/button-variants'
import { messageFor } from '@/lib/message/rules'
import { formatMoney } from '@/lib/money/format-money'
import type { OrderSummary } from '@/lib/order/views'

type OrderMessageProps = { order: OrderSummary; iconOnly?: boolean; variant?: ButtonVariants['variant']; className?: string }

/** The message that fits where an order stands, in the language that its customer read; nothing where there is none. */
export function OrderMessage({ order, ...button }: OrderMessageProps) {
  const { appUrl } = useShop()
  const nameOf = useCustomerName()
  const kind = messageFor(order)
  if (!kind) return null
  return (
    <WhatsappButton
      {...button}
      kind={kind}
      locale={order.locale}
      phone={order.customerPhone}
      customerName={nameOf(order.customerName)}
      values={{
        name: order.customerName,
        item: order.linkName,
        amount: formatMoney(order.amount, order.currency),
        link: `${appUrl}/p/${order.linkSlug}/${order.token}`,
        order: order.orderId,
        deadline: order.expiresAt,
      }}
    />
  )
}
