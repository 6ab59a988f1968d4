import { serve } from '@/lib/api/serve'
import { denyTransaction } from '@/lib/api/transactions/review-transaction'
import { methodNotAllowed } from '@/lib/api/wrong-address'

export const dynamic = 'force-dynamic'

export const POST = serve(denyTransaction)

const others = methodNotAllowed('transaction', 'POST')
export { others as DELETE, others as GET, others as PATCH, others as PUT }
