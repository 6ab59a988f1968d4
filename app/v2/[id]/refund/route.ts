import { serve } from '@/lib/api/serve'
import { refundTransaction } from '@/lib/api/transactions/refund-transaction'
import { notAllowed } from '@/lib/api/unserved'

export const POST = serve(refundTransaction)
export const { GET, PUT, PATCH, DELETE } = notAllowed('transaction', 'POST')
