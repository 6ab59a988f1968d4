import { serve } from '@/lib/api/serve'
import { denyTransaction } from '@/lib/api/transactions/review-transaction'
import { notAllowed } from '@/lib/api/unserved'

export const POST = serve(denyTransaction)
export const { GET, PUT, PATCH, DELETE } = notAllowed('transaction', 'POST')
