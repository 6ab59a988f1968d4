import { serve } from '@/lib/api/serve'
import { getTransactionStatusB2b } from '@/lib/api/transactions/get-status'
import { notAllowed } from '@/lib/api/unserved'

export const GET = serve(getTransactionStatusB2b)
export const { POST, PUT, PATCH, DELETE } = notAllowed('transaction', 'GET')
