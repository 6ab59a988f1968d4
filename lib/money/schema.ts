import { z } from 'zod'
import { CURRENCIES } from './money'
import type { ParsedMoney } from './parse-money'
import { currencyOf, priceProblem, readTyped, textOf, TypedMoney } from './typed-money'

export const currencySchema = z.enum(CURRENCIES, { error: 'currency' })

/** What an amount field gives. Without a currency beside it, rupiah. */
export const typedMoneySchema = (missing: string) => z.union([z.string(), z.number(), z.instanceof(TypedMoney)], { error: missing })

/** An amount of money that moved or moves: more than nothing, in minor units. @param zero what is said of nothing or less */
export const typedAmountSchema = (zero = 'price.notANumber') =>
  typedMoneySchema('text').transform((typed, context) => {
    const parsed: ParsedMoney = textOf(typed).length > 40 ? { ok: false, reason: 'notANumber' } : readTyped(typed)
    if (parsed.ok && parsed.amount > 0) return parsed.amount
    context.addIssue({ code: 'custom', message: parsed.ok ? zero : priceProblem(parsed.reason, currencyOf(typed)) })
    return z.NEVER
  })
