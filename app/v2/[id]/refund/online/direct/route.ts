import { serve } from '@/lib/api/serve'
import { refundTransactionDirect } from '@/lib/api/transactions/refund-transaction'
import { methodNotAllowed } from '@/lib/api/wrong-address'

export const dynamic = 'force-dynamic'

export const POST = serve(refundTransactionDirect)

const others = methodNotAllowed('transaction', 'POST')
export { others as DELETE, others as GET, others as PATCH, others as PUT }
