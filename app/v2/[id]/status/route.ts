import { serve } from '@/lib/api/serve'
import { getTransactionStatus } from '@/lib/api/transactions/get-status'
import { notAllowed } from '@/lib/api/unserved'

export const GET = serve(getTransactionStatus)
export const { POST, PUT, PATCH, DELETE } = notAllowed('transaction', 'GET')
