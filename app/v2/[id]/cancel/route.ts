import { serve } from '@/lib/api/serve'
import { cancelTransaction } from '@/lib/api/transactions/end-transaction'
import { notAllowed } from '@/lib/api/unserved'

export const POST = serve(cancelTransaction)
export const { GET, PUT, PATCH, DELETE } = notAllowed('transaction', 'POST')
