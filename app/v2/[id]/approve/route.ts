import { serve } from '@/lib/api/serve'
import { approveTransaction } from '@/lib/api/transactions/review-transaction'
import { notAllowed } from '@/lib/api/unserved'

export const POST = serve(approveTransaction)
export const { GET, PUT, PATCH, DELETE } = notAllowed('transaction', 'POST')
