import { instantOf } from '../rules'
import type { ReadContent } from './read-content'

type Now = { timeZone: string; at: Date; /** Ways to be paid that the shop has now; none: not decided yet. */ methods: readonly string[] }

/** What a new link can start with: dates that are past are left out, and methods that the shop does not offer any more. Both are told. */
export function freshContent({ content, dropped }: ReadContent, { timeZone, at, methods }: Now): ReadContent {
  const isPast = (local: string | undefined) => {
    const time = local ? instantOf(local, timeZone) : undefined
    return time !== undefined && time <= at
  }
  const { startsAt, expiry, paymentMethods = [] } = content
  const kept = methods.length === 0 ? paymentMethods : paymentMethods.filter((method) => methods.includes(method))
  const gone = {
    startsAt: isPast(startsAt),
    expiry: expiry?.kind === 'at' && isPast(expiry.at),
    paymentMethods: kept.length < paymentMethods.length,
  }
  return {
    content: { ...content, ...(gone.startsAt && { startsAt: '' }), ...(gone.expiry && { expiry: { kind: 'never' } }), ...(gone.paymentMethods && { paymentMethods: kept }) },
    dropped: [...dropped, ...(['startsAt', 'expiry', 'paymentMethods'] as const).filter((field) => gone[field] && !dropped.includes(field))],
  }
}
