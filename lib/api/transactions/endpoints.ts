import type { Endpoint } from '../endpoint'
import { captureTransaction } from './capture-transaction'
import { cancelTransaction, expireTransaction } from './end-transaction'
import { getTransactionStatus, getTransactionStatusB2b } from './get-status'
import { refundTransaction, refundTransactionDirect } from './refund-transaction'
import { approveTransaction, denyTransaction } from './review-transaction'

export const transactionEndpoints: readonly Endpoint[] = [
  getTransactionStatus, getTransactionStatusB2b, cancelTransaction, expireTransaction, approveTransaction, denyTransaction,
  refundTransaction, refundTransactionDirect, captureTransaction,
]
