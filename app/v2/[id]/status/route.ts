import { serve } from '@/lib/api/serve'
import { getTransactionStatus } from '@/lib/api/transactions/get-status'
import { methodNotAllowed } from '@/lib/api/wrong-address'

export const dynamic = 'force-dynamic'

export const GET = serve(getTransactionStatus)

const others = methodNotAllowed('transaction', 'GET', 'HEAD')
export { others as DELETE, others as PATCH, others as POST, others as PUT }
