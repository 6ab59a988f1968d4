import 'server-only'
import { randomInt } from 'node:crypto'
import type { Instructions } from './instructions'
import { METHODS_OF_MODE, type PaymentMethod } from './methods'
import type { PaymentRequest, Rail, RefundAbility } from './port'
import { buildQris } from './qris'

/** Prefixes as in Midtrans' sandbox: a number that no real bank would route. */
const VIRTUAL_ACCOUNTS = {
  bca_va: { prefix: '00018', length: 11 },
  bni_va: { prefix: '98800018', length: 16 },
  bri_va: { prefix: '00018', length: 18 },
  permata_va: { prefix: '85000018', length: 16 },
} as const satisfies Partial<Record<PaymentMethod, { prefix: string; length: number }>>

/** The rail of test mode: codes of the right shape, and a panel on the payment page that plays the bank. No money moves. */
export const simulator: Rail = {
  name: 'simulator',
  methods: METHODS_OF_MODE.test,
  capabilities: { account: null, uniqueCode: null, asksAddress: false, takesClaims: false, byHand: ['refund'] },
  start: (request) => Promise.resolve(instructionsFor(request)),
  refundAbility: (method) => REFUNDABLE[method] ?? 'no',
  refund: ({ amount }) => Promise.resolve(amount === REFUSED_AMOUNT ? { kind: 'refused', reason: 'simulator' } : { kind: 'refunded' }),
}

/** As at Midtrans (docs: refund transaction): virtual accounts and convenience stores take no money back. */
const REFUNDABLE: Partial<Record<PaymentMethod, RefundAbility>> = {
  credit_card: 'partial', gopay: 'partial', other_qris: 'partial', shopeepay: 'full',
}

/** A refund of exactly this many rupiah is refused, so that a refusal can be tried. */
export const REFUSED_AMOUNT = 13

function instructionsFor({ method, amount, shopName }: PaymentRequest): Instructions {
  switch (method) {
    case 'other_qris':
    case 'gopay':
    case 'shopeepay':
      return { kind: 'qr', payload: buildQris({ amount, merchantName: shopName, city: 'SIMULATOR', nmid: 'ID0000000000000' }) }
    case 'bca_va':
    case 'bni_va':
    case 'bri_va':
    case 'permata_va': {
      const { prefix, length } = VIRTUAL_ACCOUNTS[method]
      return { kind: 'virtualAccount', number: prefix + randomDigits(length - prefix.length) }
    }
    case 'echannel':
      return { kind: 'bill', billerCode: '70012', billKey: randomDigits(12) }
    case 'indomaret':
      return { kind: 'storeCode', code: randomDigits(14) }
    case 'alfamart':
      return { kind: 'storeCode', code: randomDigits(16) }
    case 'credit_card':
      return { kind: 'card' }
    default:
      throw new Error(`the simulator does not know ${method}`)
  }
}

function randomDigits(count: number): string {
  return Array.from({ length: count }, () => randomInt(10)).join('')
}
