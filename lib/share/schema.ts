import { z } from 'zod'

/** Why a picture is not taken. */
export const PICTURE_PROBLEMS = ['tooLarge', 'tooManyPixels', 'animated', 'unsupported', 'broken', 'tooOften', 'busy'] as const
export type PictureProblem = (typeof PICTURE_PROBLEMS)[number]

/** What a browser offers to choose from. */
export const PICTURE_TYPES = 'image/jpeg,image/png,image/webp,image/heic,image/heif'

export const linkIdSchema = z.strictObject({ id: z.uuid({ error: 'unknownField' }) })
export const cardSchema = z.strictObject({ id: z.uuid({ error: 'unknownField' }), showsPrice: z.boolean({ error: 'unknownField' }) })
