import 'server-only'
import { failure, invalid, notFound, success, type Result } from '@/lib/platform/result'
import type { MerchantScope } from '@/lib/shop/scope'
import { sendingTimeOf } from './rules'
import { cancelMessage, findMessage, moveMessage } from './store'

/** What a seller does with a message that waits. One that went in the meantime is a conflict. */

/** @param local wall clock of the shop */
export async function rescheduleMessage(scope: MerchantScope, { id, at: local }: { id: string; at: string }, { timeZone, at }: { timeZone: string; at: Date }): Promise<Result<null>> {
  const message = await findMessage(scope, id)
  if (!message) return notFound()
  const time = sendingTimeOf(local, { timeZone, now: at, endsAt: message.expiresAt })
  if (!time.ok) return message.state === 'scheduled' ? invalid({ at: time.message }) : gone()
  return (await moveMessage(scope, id, { to: time.at, at })) ? success(null) : gone()
}

export async function sendMessageNow(scope: MerchantScope, id: string, at: Date): Promise<Result<null>> {
  if (await moveMessage(scope, id, { to: null, at })) return success(null)
  return (await findMessage(scope, id)) ? gone() : notFound()
}

/** Cancelling twice is no error. */
export async function cancelLinkMessage(scope: MerchantScope, id: string, at: Date): Promise<Result<null>> {
  if (await cancelMessage(scope, id, at)) return success(null)
  const message = await findMessage(scope, id)
  if (!message) return notFound()
  return message.state === 'cancelled' ? success(null) : gone()
}

const gone = () => failure({ kind: 'conflict', message: 'linkMessageNotWaiting' })
