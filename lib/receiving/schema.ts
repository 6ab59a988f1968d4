import { z } from 'zod'

/** How {@link ReceivingDetails} is stored. */
export const receivingDetailsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bank'), bank: z.string(), number: z.string(), holder: z.string() }),
  z.object({ kind: z.literal('qris'), payload: z.string(), merchantName: z.string(), city: z.string(), nmid: z.string() }),
  z.object({ kind: z.literal('cod'), note: z.string() }),
  z.object({ kind: z.literal('custom'), text: z.string() }),
])
