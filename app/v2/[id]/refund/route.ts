import { serve } from '@/lib/api/serve'
import { refundTransaction } from '@/lib/api/transactions/refund-transaction'
import { methodNotAllowed } from '@/lib/api/wrong-address'

export const dynamic = 'force-dynamic'

export const POST = serve(refundTransaction)

const others = methodNotAllowed('transaction', 'POST')
export { others as DELETE, others as GET, others as PATCH, others as PUT }
