'use client'

import { useQuery } from '@tanstack/react-query'
import { MoneyDifference } from './money-difference'
import { OddInBank } from './odd-in-bank'
import { RestPaid } from './rest-paid'
import { orderMoneyQuery } from './review-queries'

/** Above an order: the bank took its money back; less or more came than was asked, and the ways on; that it came twice; or that what was missing came with another order. */
export function OrderMoneyToDo({ id }: { id: string }) {
  const { data: money } = useQuery(orderMoneyQuery(id))
  if (!money) return null
  return (
    <>
      {money.takenBack && <OddInBank kind={`takenBack.${money.takenBack}`} />}
      {money.cameTwice && <OddInBank kind="twice.waiting" />}
      {money.odd ? <MoneyDifference id={id} money={money} odd={money.odd} /> : money.rest && <RestPaid rest={money.rest} currency={money.currency} />}
    </>
  )
}
