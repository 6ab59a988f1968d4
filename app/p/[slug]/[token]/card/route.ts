import type { CardProblems } from '@/components/checkout/card-form'
import { testCardSchema } from '@/lib/checkout/schema'
import { payWithTestCard } from '@/lib/checkout/simulate'
import { testCardOutcome } from '@/lib/payment/test-cards'
import { orderPage } from '../../../_page/order-page'
import { backToOrder, onToOrder, withOrder, withOrderForm, type OrderContext } from '../../../_page/order-route'

/** The simulator's card form. Nothing of it is stored, logged or sent back. */
export async function POST(request: Request, context: OrderContext): Promise<Response> {
  return await withOrderForm(request, context, async ({ visit, order, at, fields }) => {
    if (order.status !== 'pending') return backToOrder({ visit, order })
    const parsed = testCardSchema(at).safeParse(fields)
    const problems: CardProblems = {
      ...(!testCardOutcome(fields['number'] ?? '') && { number: 'unknown' }),
      ...(!parsed.success && hasIssue(parsed.error, 'expiry') && { expiry: 'badExpiry' }),
      ...(!parsed.success && hasIssue(parsed.error, 'cvv') && { cvv: 'badCvv' }),
    }
    if (parsed.success && !problems.number) {
      await payWithTestCard(order, parsed.data.number, at)
      return onToOrder({ visit, order })
    }
    return await orderPage({ visit, order, at, status: 422, problems })
  })
}

/** A refused form's page is reloaded by its address. */
export async function GET(request: Request, context: OrderContext): Promise<Response> {
  return await withOrder(request, context, (found) => Promise.resolve(backToOrder(found)))
}

function hasIssue(error: { issues: { path: PropertyKey[] }[] }, field: string): boolean {
  return error.issues.some(({ path }) => path[0] === field)
}
