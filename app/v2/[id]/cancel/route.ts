import { serve } from '@/lib/api/serve'
import { cancelTransaction } from '@/lib/api/transactions/end-transaction'
import { methodNotAllowed } from '@/lib/api/wrong-address'

export const dynamic = 'force-dynamic'

export const POST = serve(cancelTransaction)

const others = methodNotAllowed('transaction', 'POST')
export { others as DELETE, others as GET, others as PATCH, others as PUT }
