import { z } from 'zod'

/** The shop's own account as it was when the order was placed; what the seller changes later concerns later orders. */
const account = {
  /** What the customer chose it by. */
  label: z.string(),
  /** When what customers pay to had last changed, ISO 8601. */
  changedAt: z.iso.datetime(),
}

/** What a customer needs to pay an order, as the rail gave it. Stored with the order, so re-opening shows the same. */
export const instructionsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('qr'), payload: z.string() }),
  z.object({ kind: z.literal('virtualAccount'), number: z.string() }),
  /** Mandiri: a company's code and the bill's key. */
  z.object({ kind: z.literal('bill'), billerCode: z.string(), billKey: z.string() }),
  z.object({ kind: z.literal('storeCode'), code: z.string() }),
  z.object({ kind: z.literal('card') }),
  /** The shop's own QRIS: with the order's amount inside, and as the seller gave it, for apps that refuse the first. */
  z.object({ kind: z.literal('ownQr'), payload: z.string(), staticPayload: z.string(), merchantName: z.string(), city: z.string(), nmid: z.string(), ...account }),
  z.object({ kind: z.literal('transfer'), bank: z.string(), number: z.string(), holder: z.string(), ...account }),
  z.object({ kind: z.literal('delivery'), note: z.string(), ...account }),
  z.object({ kind: z.literal('custom'), text: z.string(), ...account }),
])

export type Instructions = z.output<typeof instructionsSchema>

/** Those of a shop's own ways. */
export type OwnInstructions = Extract<Instructions, { label: string }>

export const isOwn = (instructions: Instructions): instructions is OwnInstructions => 'label' in instructions
