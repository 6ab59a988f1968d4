import { z } from 'zod'

/** What a customer needs to pay an order, as the rail gave it. Stored with the order, so re-opening shows the same. */
export const instructionsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('qr'), payload: z.string() }),
  z.object({ kind: z.literal('virtualAccount'), number: z.string() }),
  /** Mandiri: a company's code and the bill's key. */
  z.object({ kind: z.literal('bill'), billerCode: z.string(), billKey: z.string() }),
  z.object({ kind: z.literal('storeCode'), code: z.string() }),
  z.object({ kind: z.literal('card') }),
])

export type Instructions = z.output<typeof instructionsSchema>
