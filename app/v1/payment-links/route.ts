import { createPaymentLink } from '@/lib/api/payment-links/create'
import { listPaymentLinks } from '@/lib/api/payment-links/list'
import { serve } from '@/lib/api/serve'
import { methodNotAllowed } from '@/lib/api/wrong-address'

export const dynamic = 'force-dynamic'

export const POST = serve(createPaymentLink)
export const GET = serve(listPaymentLinks)

const others = methodNotAllowed('link', 'GET', 'HEAD', 'POST')
export { others as DELETE, others as PATCH, others as PUT }
