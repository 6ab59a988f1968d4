import { z } from 'zod'
import { decodeCursor } from '@/lib/platform/cursor'
import { LINK_STATUS_WORDS } from './answer-schema'

/** Whatever else stands in an address is ignored. */
export const noQuerySchema = z.object({})
export const noParamsSchema = z.object({})

const MOST = 100

/** Ours, so strict: an `offset` that nobody reads would give the first page for ever. */
export const listQuerySchema = z.strictObject({
  search: z
    .string()
    .trim()
    .max(100)
    .refine((text) => !text.includes('\0') && text.isWellFormed(), '{field} contains a character that cannot be searched for')
    .optional()
    .meta({ description: 'Part of an order ID, link ID, title, item name, or a customer’s name, e-mail address or phone number.', example: 'pillow' }),
  status: z.enum(LINK_STATUS_WORDS).optional().meta({ description: 'Only links of this status. Without it: all but deleted ones.', example: 'active' }),
  order_id: z.string().max(200).optional().meta({ description: 'Only the link of this order ID.', example: 'order-1001' }),
  limit: z
    .string()
    .refine((text) => /^[1-9]\d{0,2}$/.test(text) && Number(text) <= MOST, `{field} must be a whole number between 1 and ${MOST}`)
    .transform(Number)
    .optional()
    .meta({ type: 'integer', minimum: 1, maximum: MOST, default: 50, description: 'How many links are on a page. Absent: 50.', example: 50 }),
  cursor: z
    .string()
    .refine((text) => text === '' || decodeCursor(text) !== undefined, '{field} must be the next_cursor of an earlier answer')
    .optional()
    .meta({ description: 'The `next_cursor` of the page before. Keep the other parameters as they were.' }),
})

export const pngQuerySchema = z.object({
  size: z
    .string()
    .refine((text) => /^[1-9]\d{1,3}$/.test(text) && Number(text) >= 64 && Number(text) <= 2_048, '{field} must be a whole number between 64 and 2048')
    .transform(Number)
    .optional()
    .meta({ type: 'integer', minimum: 64, maximum: 2_048, default: 720, description: 'Width and height in pixels. Absent: 720.', example: 720 }),
})
