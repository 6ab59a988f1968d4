import { getPaymentLinkQrSvg } from '@/lib/api/payment-links/qr'
import { serve } from '@/lib/api/serve'
import { methodNotAllowed } from '@/lib/api/wrong-address'

export const dynamic = 'force-dynamic'

export const GET = serve(getPaymentLinkQrSvg)

const others = methodNotAllowed('link', 'GET', 'HEAD')
export { others as DELETE, others as PATCH, others as POST, others as PUT }
