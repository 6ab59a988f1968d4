import { serve } from '@/lib/api/serve'
import { captureTransaction } from '@/lib/api/transactions/capture-transaction'
import { notAllowed } from '@/lib/api/unserved'

export const POST = serve(captureTransaction)
export const { GET, PUT, PATCH, DELETE } = notAllowed('transaction', 'POST')
