import 'server-only'
import type { ReceivingAccount, ReceivingDetails, ReceivingKind } from '@/lib/receiving/views'
import { METHOD_OF_KIND } from '@/lib/receiving/views'
import type { Instructions } from './instructions'
import type { Rail, RailCapabilities } from './port'
import { withAmount } from './qris'

/**
 * A shop's own ways, without a gateway: money goes straight to the seller, nobody tells us that it
 * came, and it goes back by the seller's hand only.
 */
type OwnRail = Pick<RailCapabilities, 'uniqueCode' | 'asksAddress' | 'takesClaims'> & {
  instructions: (paid: { details: ReceivingDetails; amount: number; label: string; changedAt: string }) => Instructions
}

const OWN = {
  qris: {
    uniqueCode: 'takenOff', asksAddress: false, takesClaims: true,
    instructions({ details, amount, ...account }) {
      if (details.kind !== 'qris') throw mismatch('qris', details)
      const { payload, merchantName, city, nmid } = details
      return { kind: 'ownQr', payload: withAmount(payload, amount), staticPayload: payload, merchantName, city, nmid, ...account }
    },
  },
  bank: {
    uniqueCode: 'added', asksAddress: false, takesClaims: true,
    instructions({ details, label, changedAt }) {
      if (details.kind !== 'bank') throw mismatch('bank', details)
      const { bank, number, holder } = details
      return { kind: 'transfer', bank, number, holder, label, changedAt }
    },
  },
  cod: {
    uniqueCode: null, asksAddress: true, takesClaims: false,
    instructions({ details, label, changedAt }) {
      if (details.kind !== 'cod') throw mismatch('cod', details)
      return { kind: 'delivery', note: details.note, label, changedAt }
    },
  },
  custom: {
    uniqueCode: null, asksAddress: false, takesClaims: true,
    instructions({ details, label, changedAt }) {
      if (details.kind !== 'custom') throw mismatch('custom', details)
      return { kind: 'custom', text: details.text, label, changedAt }
    },
  },
} as const satisfies Record<ReceivingKind, OwnRail>

export const ownQris = railOf('own-qris', 'qris')
export const ownTransfer = railOf('own-transfer', 'bank')
export const payOnDelivery = railOf('cod', 'cod')
export const customWay = railOf('custom', 'custom')

function railOf(name: string, kind: ReceivingKind): Rail {
  const { instructions, ...abilities } = OWN[kind]
  return {
    name,
    methods: [METHOD_OF_KIND[kind]],
    capabilities: { account: kind, ...abilities, byHand: ['confirm', 'refund'] },
    start: ({ account, amount }) => Promise.resolve(instructions({ amount, ...requireAccount(account, name) })),
    refundAbility: () => 'no',
    refund: () => Promise.resolve({ kind: 'refused', reason: 'byHand' }),
  }
}

function requireAccount(account: ReceivingAccount | undefined, rail: string) {
  if (!account) throw new Error(`the rail ${rail} was started without an account`)
  const { details, label, changedAt } = account
  return { details, label, changedAt: changedAt.toISOString() }
}

const mismatch = (wanted: ReceivingKind, { kind }: ReceivingDetails): Error => new Error(`a ${wanted} rail got an account of kind ${kind}`)
