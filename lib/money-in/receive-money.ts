import 'server-only'
import { countTry } from '@/lib/auth/rate-limit'
import { readJson, readText } from '@/lib/api/read-body'
import { fingerprintOfId } from './fingerprint'
import { isSigned } from './endpoint-secret'
import { matchCredits } from './match-credits'
import { recordCredits } from './record-credits'
import { takesBack } from './rules'
import { readSentCredits, type SentCredit } from './sent-credit'
import { findSender, touchSource } from './source/store'
import type { NewMovement } from './views'

export const MAX_MONEY_BODY_BYTES = 64 * 1024

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i

/**
 * A signed call of whoever watches an account: a statement robot, a phone that reads the bank's
 * notifications. Nobody hears whether an account exists. What was told before, by its id, is counted
 * as known and changes nothing; a call is taken whole or not at all.
 */
export async function receiveMoney(request: Request, accountId: string, at: Date): Promise<Response> {
  const body = await readText(request, MAX_MONEY_BODY_BYTES)
  if (!body.ok) return answer(body.status, { error: body.message })
  const sender = UUID.test(accountId) ? await findSender(accountId) : null
  const header = (name: string) => request.headers.get(name)
  const signed = { body: Buffer.from(body.text), signature: header('x-tautan-signature'), timestamp: header('x-tautan-timestamp'), mootaSignature: header('signature') }
  if (!sender || !isSigned(accountId, sender.encryptedSecret, signed, at)) return answer(401, { error: 'The signature is missing, wrong, or too old.' })
  const wait = await countTry('moneyIn', accountId)
  if (wait !== undefined) return answer(429, { error: 'Too many calls.' }, { 'Retry-After': String(wait) })

  const json = readJson(body.text)
  if (!json.ok) return answer(400, { error: json.message })
  const sent = readSentCredits(json.value)
  if (!sent.ok) return answer(422, { error: sent.message })

  const credits = sent.credits.filter(({ direction }) => direction === 'credit')
  const reversals = sent.credits.filter(({ direction, description }) => direction === 'debit' && takesBack(description, []))
  const key = { merchantId: sender.merchantId, accountId }
  const recorded = await recordCredits(key, {
    credits: credits.map((credit) => ({ ...movementOf(credit, at), doubt: null })), reversals: reversals.map((debit) => movementOf(debit, at)), source: 'endpoint', importId: null, at,
  }, async () => undefined)
  const { confirmed, waiting } = await matchCredits(accountId, at)
  await touchSource(accountId, at)
  return answer(200, { received: credits.length, added: recorded.added, known: credits.length - recorded.added, confirmed, waiting, reversed: recorded.reversed })
}

/** A sender that tells no time tells it as it happens. */
function movementOf({ id, amount, description, moment }: SentCredit, at: Date): NewMovement {
  return { fingerprint: fingerprintOfId(id), amount, description, ...(moment ?? { at, hasTime: true }) }
}

function answer(status: number, value: unknown, headers: Record<string, string> = {}): Response {
  return Response.json(value, { status, headers: { 'Cache-Control': 'no-store', ...headers } })
}
