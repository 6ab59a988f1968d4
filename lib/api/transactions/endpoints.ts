import type { Endpoint } from '../endpoint'

export const transactionEndpoints: readonly Endpoint[] = []
