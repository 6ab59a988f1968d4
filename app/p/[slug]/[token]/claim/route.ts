import { countTry } from '@/lib/auth/rate-limit'
import type { ClaimProblem } from '@/components/checkout/claim-part'
import { claimPayment } from '@/lib/claim/claim-payment'
import { claimFormSchema, MAX_PROOF_BYTES } from '@/lib/claim/schema'
import { readPicture } from '@/lib/file/read-picture'
import { withUpload } from '@/lib/http/read-upload'
import { clientAddress, isSameOrigin } from '@/lib/http/same-origin'
import { orderPage } from '../../../_page/order-page'
import { backToOrder, withOrder, type OrderContext } from '../../../_page/order-route'
import { sentencePage } from '../../../_page/sentence'

const TELLABLE: Partial<Record<number, ClaimProblem>> = { 413: 'tooLarge', 503: 'busy' }

/**
 * "I have paid", with or without a picture: the shop looks, nothing is marked paid. What is wrong
 * with it is said on the page itself, with what was typed.
 */
export async function POST(request: Request, context: OrderContext): Promise<Response> {
  return await withOrder(request, context, async ({ visit, order, at }) => {
    const back = `/p/${order.slug}/${order.token}${visit.query}`
    if (!isSameOrigin(request.headers)) return await sentencePage(visit, 'forbidden', { status: 403, back })
    const refuse = async (status: number, problem: ClaimProblem, typed: Record<string, string> = {}) =>
      await orderPage({ visit, order, at, status, claim: { problem, typed } })

    const waits = await Promise.all([countTry('claimByOrder', order.id), countTry('claimByAddress', clientAddress(request.headers))])
    if (waits.some((seconds) => seconds !== undefined)) return await refuse(429, 'tooOften')
    return await withUpload(request, { fileField: 'proof', maxBytes: MAX_PROOF_BYTES }, async (posted) => {
      if (!posted.ok) {
        const problem = TELLABLE[posted.status]
        return problem ? await refuse(posted.status, problem) : await sentencePage(visit, 'unreadable', { status: posted.status, back })
      }
      const said = claimFormSchema(order.currency).safeParse(posted.fields)
      if (!said.success) return await refuse(422, said.error.issues.some(({ path }) => path[0] === 'transferred') ? 'amount' : 'note', posted.fields)
      const read = posted.file && (await readPicture(posted.file))
      if (read && !read.ok) return await refuse(422, read.problem, posted.fields)
      await claimPayment({ orderId: order.id, picture: read?.picture ?? null, note: said.data.note || null, transferredAmount: said.data.transferred }, at)
      return backToOrder({ visit, order })
    })
  })
}

/** A refused form's page is reloaded by its address. */
export async function GET(request: Request, context: OrderContext): Promise<Response> {
  return await withOrder(request, context, (found) => Promise.resolve(backToOrder(found)))
}
