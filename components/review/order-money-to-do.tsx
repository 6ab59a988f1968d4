'use client'

import { useQuery } from '@tanstack/react-query'
import { MoneyDifference } from './money-difference'
import { RestPaid } from './rest-paid'
import { orderMoneyQuery } from './review-queries'

/** Above an order: less or more came than was asked, and the ways on; or that what was missing came with another order. */
export function OrderMoneyToDo({ id }: { id: string }) {
  const { data: money } = useQuery(orderMoneyQuery(id))
  if (money?.odd) return <MoneyDifference id={id} money={money} odd={money.odd} />
  return money?.rest ? <RestPaid rest={money.rest} currency={money.currency} /> : null
}
