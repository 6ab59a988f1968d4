import 'server-only'
import type { Endpoint } from '../endpoint'
import { createPaymentLink } from './create'
import { deletePaymentLink } from './delete'
import { getPaymentLink } from './get'
import { listPaymentLinks } from './list'
import { getPaymentLinkQrPng, getPaymentLinkQrSvg } from './qr'
import { updatePaymentLink } from './update'

export const paymentLinkEndpoints: readonly Endpoint[] = [
  createPaymentLink, listPaymentLinks, getPaymentLink, updatePaymentLink, deletePaymentLink, getPaymentLinkQrPng, getPaymentLinkQrSvg,
]
