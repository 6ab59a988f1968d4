import { serve } from '@/lib/api/serve'
import { getTransactionStatusB2b } from '@/lib/api/transactions/get-status'
import { methodNotAllowed } from '@/lib/api/wrong-address'

export const dynamic = 'force-dynamic'

export const GET = serve(getTransactionStatusB2b)

const others = methodNotAllowed('transaction', 'GET', 'HEAD')
export { others as DELETE, others as PATCH, others as POST, others as PUT }
