import { deletePaymentLink } from '@/lib/api/payment-links/delete'
import { getPaymentLink } from '@/lib/api/payment-links/get'
import { updatePaymentLink } from '@/lib/api/payment-links/update'
import { serve } from '@/lib/api/serve'
import { methodNotAllowed } from '@/lib/api/wrong-address'

export const dynamic = 'force-dynamic'

export const GET = serve(getPaymentLink)
export const PATCH = serve(updatePaymentLink)
export const DELETE = serve(deletePaymentLink)

const others = methodNotAllowed('link', 'GET', 'HEAD', 'PATCH', 'DELETE')
export { others as POST, others as PUT }
