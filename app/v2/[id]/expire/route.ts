import { serve } from '@/lib/api/serve'
import { expireTransaction } from '@/lib/api/transactions/end-transaction'
import { notAllowed } from '@/lib/api/unserved'

export const POST = serve(expireTransaction)
export const { GET, PUT, PATCH, DELETE } = notAllowed('transaction', 'POST')
