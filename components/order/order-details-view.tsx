'use client'

import type { ReactNode } from 'react'
import Link from 'next/link'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Card, CardTitle } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { useErrorText } from '@/components/ui/error-text'
import { ErrorState } from '@/components/ui/error-state'
import { ExactTime } from '@/components/ui/exact-time'
import { Fact, Facts } from '@/components/ui/facts'
import { Money } from '@/components/ui/money'
import { PageHeader } from '@/components/shell/page-header'
import { isToPack } from '@/lib/order/rules'
import { isOpen } from '@/lib/order/status'
import { isOwn } from '@/lib/payment/instructions'
import { documentOf } from '@/lib/document/rules'
import { CancelOrder } from './cancel-order'
import { CustomFields } from './custom-fields'
import { OrderAmount } from './order-amount'
import { OrderCustomer } from './order-customer'
import { OrderDocument } from './order-document'
import { OrderItems } from './order-items'
import { OrderMessage } from './order-message'
import { OrderShipping } from './order-shipping'
import { orderDetailsQuery } from './order-queries'
import { OrderStatusBadge } from './order-status-badge'
import { OrderTimeline } from './order-timeline'
import { OrderToDo } from './order-to-do'
import { OwnToDo } from './own-to-do'
import { PaymentCode } from './payment-code'
import { RefundList } from './refund-list'
import { RefundOrder } from './refund-order'
import { ShipOrder, UnshipOrder } from './ship-order'
import { useCustomerName } from '@/components/shell/use-customer-name'

type Props = {
  id: string
  /** What is odd about its money, and the ways on; from another feature. */
  moneyToDo: ReactNode
  /** What was told about it to other servers; from another feature. */
  deliveries: ReactNode
}

export function OrderDetailsView({ id, moneyToDo, deliveries }: Props) {
  const t = useTranslations('orders')
  const common = useTranslations('common')
  const method = useTranslations('methods')
  const nameOf = useCustomerName()
  const { textOf } = useErrorText()
  const { data: order, isFetching, refetch } = useQuery(orderDetailsQuery(id))
  if (!order) return <ErrorState pending={isFetching} onRetry={() => void refetch()} />

  return (
    <>
      <PageHeader
        parent={{ href: '/orders', label: t('title'), here: order.orderId, navigationLabel: common('breadcrumb') }}
        title={t('orderOf', { name: nameOf(order.customerName) })}
        badge={<OrderStatusBadge status={order.status} />}
        actions={actions()}
      />
      <OrderToDo order={order} />
      <OwnToDo order={order} />
      {moneyToDo}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Card>
            <OrderAmount order={order} />
            <Facts className="mt-4">
              <Fact label={t('orderId')}>
                <span className="wrap-anywhere tabular-nums">{order.orderId}</span>
                <CopyButton text={order.orderId} iconOnly variant="ghost" className="-my-2.5 -mr-2.5" name={t('copyOrderId')} />
              </Fact>
              <Fact label={t('link')}>
                <Link href={`/links/${order.linkId}`} className="-my-2.5 inline-flex min-h-11 items-center font-semibold text-accent hover:underline">
                  <bdi>{order.linkName}</bdi>
                </Link>
              </Fact>
              {order.uniqueCode !== 0 && (
                <Fact label={t('own.uniqueCode')}>
                  <Money amount={order.uniqueCode} currency={order.currency} className="font-normal" />
                </Fact>
              )}
              <Fact label={t('method')}>{method(order.paymentMethod)}</Fact>
              {isOwn(order.instructions) && order.instructions.kind !== 'delivery' && (
                <Fact label={t('own.account')}>
                  <bdi className="wrap-anywhere">{order.instructions.label}</bdi>
                </Fact>
              )}
              <PaymentCode instructions={order.instructions} />
              <Fact label={t('date')}>
                <ExactTime at={order.createdAt} />
              </Fact>
              {isOpen(order.status) && (
                <Fact label={t(order.status === 'authorized' ? 'chargeBefore' : 'deadline')}>
                  <ExactTime at={order.expiresAt} />
                </Fact>
              )}
              {order.paidAt && (
                <Fact label={t('paidAt')}>
                  <ExactTime at={order.paidAt} />
                </Fact>
              )}
              {order.shippedAt && (
                <Fact label={t('shipping.at')}>
                  <ExactTime at={order.shippedAt} />
                  <UnshipOrder id={id} />
                </Fact>
              )}
              <CustomFields fields={order.customFields} />
            </Facts>
            <OrderDocument id={id} kind={documentOf(order.status)} />
            {!isOpen(order.status) && order.status !== 'paid_late' && <p className="mt-4 text-sm text-muted">{textOf(`orderIs.${order.status}`)}</p>}
          </Card>
          <RefundList refunds={order.refunds} refundable={order.refundable} currency={order.currency} customerEmail={order.customerEmail} />
          <OrderItems items={order.items} uniqueCode={order.uniqueCode} amount={order.amount} currency={order.currency} />
          {deliveries}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <OrderCustomer
            name={nameOf(order.customerName)}
            phone={order.customerPhone}
            email={order.customerEmail}
            message={<OrderMessage order={order} className="mt-3 w-full" />}
          />
          {order.shippingAddress && <OrderShipping address={order.shippingAddress} />}
          <Card>
            <CardTitle>{t('timeline')}</CardTitle>
            <OrderTimeline events={order.events} currency={order.currency} />
          </Card>
        </div>
      </div>
    </>
  )

  /** What waits for the seller has its actions beside what it says. */
  function actions() {
    if (order?.status === 'pending') {
      return (
        <>
          <CancelOrder id={id} decision="cancel" />
          {isToPack(order) && !order.isRest && <ShipOrder id={id} />}
        </>
      )
    }
    if (order?.status === 'in_review') return <Button asChild><Link href="/review">{t('toReview')}</Link></Button>
    if (order?.status === 'paid' || order?.status === 'partially_refunded') {
      return (
        <>
          <RefundOrder order={order} />
          {isToPack(order) && !order.isRest && <ShipOrder id={id} />}
        </>
      )
    }
    return null
  }
}
