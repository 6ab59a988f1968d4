import { z } from 'zod'
import { MAX_AMOUNT } from '@/lib/money/money'
import { parseMoney } from '@/lib/money/parse-money'

/** Whole rupiah. JSON numbers with decimals are refused rather than rounded; text is read as the rest of the product reads amounts. */
const amountSchema = z.union([
  z.int({ error: 'must be whole rupiah' }).positive('must be more than 0').max(MAX_AMOUNT, 'is too large'),
  z.string().max(40).transform((text, context) => {
    const read = parseMoney(text, 'IDR')
    if (read.ok && read.amount > 0) return read.amount
    context.addIssue({ code: 'custom', message: 'must be whole rupiah, more than 0' })
    return z.NEVER
  }),
], { error: 'must be whole rupiah, more than 0' })

/** RFC 3339, or `YYYY-MM-DD HH:MM:SS` and `YYYY-MM-DD` on the bank's calendar (Western Indonesia Time). */
const momentSchema = z.string().max(40).transform((text, context): { at: Date; hasTime: boolean } => {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,6})?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text.trim())
  const at = match ? new Date(`${match[1]}T${match[2] ?? '00:00'}${match[3] ?? '+07:00'}`) : null
  // The calendar must know the day: Date.parse makes March of February 30th.
  const isDay = match !== null && new Date(`${match[1]}T00:00:00Z`).toJSON()?.slice(0, 10) === match[1]
  if (at && isDay && !Number.isNaN(at.getTime()) && at.getTime() > 0) return { at, hasTime: match?.[2] !== undefined }
  context.addIssue({ code: 'custom', message: 'must be a date and time, such as 2026-11-20T14:05:00+07:00' })
  return z.NEVER
})

const text = (max: number) => z.string().transform((value) => value.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, max))
const idSchema = z.union([z.string().trim().min(1).max(200), z.int().nonnegative().transform(String)], { error: "must be the sender's own id, text or a whole number" })

const own = z.object({ id: idSchema, amount: amountSchema, at: momentSchema.optional(), description: text(300).optional(), type: z.string().max(10).optional() })
  .transform(({ at, description = '', type = 'CR', ...rest }) => ({ ...rest, moment: at ?? null, description, type }))

/** What Moota posts for each mutation (webhook v2, as known): `mutation_id`, `type` CR or DB, `date`. */
const moota = z.object({ mutation_id: idSchema, amount: amountSchema, date: momentSchema, description: text(300).nullish(), type: z.string().max(10) })
  .transform(({ mutation_id: id, date: moment, description, ...rest }) => ({ ...rest, id, moment, description: description ?? '' }))

export type SentCredit = { id: string; amount: number; moment: { at: Date; hasTime: boolean } | null; description: string; direction: 'credit' | 'debit' }

const MAX_SENT = 200

export type SentCredits = { ok: true; credits: SentCredit[] } | { ok: false; message: string }

/** One movement or a list of them; all of a call are read, or none. */
export function readSentCredits(value: unknown): SentCredits {
  const list: unknown[] = Array.isArray(value) ? value : [value]
  if (list.length > MAX_SENT) return { ok: false, message: `At most ${MAX_SENT} movements at once.` }
  const credits: SentCredit[] = []
  for (const [index, item] of list.entries()) {
    const isMoota = typeof item === 'object' && item !== null && 'mutation_id' in item
    const parsed = (isMoota ? moota : own).safeParse(item)
    const place = Array.isArray(value) ? `[${index}]` : ''
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      return { ok: false, message: `${place}${place && issue?.path.length ? '.' : ''}${issue?.path.join('.') || 'movement'}: ${issue?.message ?? 'cannot be read'}` }
    }
    const { type, ...rest } = parsed.data
    const direction = /^(?:cr|c|k|credit|kredit)$/i.test(type) ? 'credit' : /^(?:db|d|dr|debit|debet)$/i.test(type) ? 'debit' : null
    if (!direction) return { ok: false, message: `${place}${place && '.'}type: must be CR or DB` }
    credits.push({ ...rest, direction })
  }
  return { ok: true, credits }
}
