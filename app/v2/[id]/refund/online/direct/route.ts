import { serve } from '@/lib/api/serve'
import { refundTransactionDirect } from '@/lib/api/transactions/refund-transaction'
import { notAllowed } from '@/lib/api/unserved'

export const POST = serve(refundTransactionDirect)
export const { GET, PUT, PATCH, DELETE } = notAllowed('transaction', 'POST')
