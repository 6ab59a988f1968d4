import { serve } from '@/lib/api/serve'
import { captureTransaction } from '@/lib/api/transactions/capture-transaction'
import { methodNotAllowed } from '@/lib/api/wrong-address'

export const dynamic = 'force-dynamic'

export const POST = serve(captureTransaction)

const others = methodNotAllowed('transaction', 'POST')
export { others as DELETE, others as GET, others as PATCH, others as PUT }
