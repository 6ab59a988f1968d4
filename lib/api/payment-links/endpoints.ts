import type { Endpoint } from '../endpoint'

export const paymentLinkEndpoints: readonly Endpoint[] = []
