import type { Instructions } from '@/lib/payment/instructions'
import { qrPng } from '@/lib/checkout/qr-code'
import { sentencePage } from '../../../_page/sentence'
import { withOrder, type OrderContext } from '../../../_page/order-route'

export const dynamic = 'force-dynamic'

/** The QR code as a picture for the gallery: the phone that shows the page cannot scan it. */
export async function GET(request: Request, context: OrderContext): Promise<Response> {
  return await withOrder(request, context, async ({ visit, order }) => {
    const { instructions, orderId } = order
    const payload = payloadOf(instructions, new URL(request.url).searchParams.get('original') === '1')
    if (payload === null) return await sentencePage(visit, 'orderNotFound', { status: 404 })
    return new Response(new Uint8Array(await qrPng(payload)), {
      headers: {
        'Content-Type': 'image/png',
        'Content-Disposition': `attachment; filename="qr-${orderId}.png"`,
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    })
  })
}

/** @param isOriginal the shop's own code as it hangs on the wall, without the amount */
function payloadOf(instructions: Instructions, isOriginal: boolean): string | null {
  if (instructions.kind === 'qr') return instructions.payload
  if (instructions.kind !== 'ownQr') return null
  return isOriginal ? instructions.staticPayload : instructions.payload
}
