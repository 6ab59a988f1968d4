import 'server-only'
import { execute, queryRows, type Sql } from '@/lib/database/sql'
import { env } from '@/lib/platform/env'
import { logoAddress } from '@/lib/shop/profile/logo-address'
import type { MerchantScope } from '@/lib/shop/scope'
import type { Letterhead } from '../store'
import type { OptionalLetter } from './letters'
import type { LetterKey, LetterText, SenderValues } from './schema'
import type { OwnWords, ShopLetters } from './views'

type Row = Letterhead & { id: string; slug: string; logo: string | null; accentColor: string | null; muted: string[]; words: OwnWords[] }

/** How these shops' letters look and sound; asked by jobs for the shops whose events they hold. */
export async function listShopLetters(sql: Sql, merchantIds: readonly string[]): Promise<Map<string, ShopLetters>> {
  if (merchantIds.length === 0) return new Map()
  const rows = await sql.queryRows<Row>`
    SELECT m.id, m.slug, m.name, m.phone, m.locale, m.time_zone AS "timeZone", m.logo, m.accent_color AS "accentColor", m.muted_letters AS muted,
      coalesce((SELECT jsonb_agg(jsonb_build_object('letter', t.letter, 'locale', t.locale, 'subject', t.subject, 'greeting', t.greeting, 'closing', t.closing))
        FROM letter_texts t WHERE t.merchant_id = m.id), '[]') AS words
    FROM merchants m WHERE m.id = ANY(${merchantIds}::uuid[])`
  return new Map(
    rows.map(({ id, slug, logo, name, phone, locale, timeZone, ...row }) => {
      const address = logoAddress({ slug, logo })
      return [id, { ...row, head: { name, phone, locale, timeZone }, logo: address && new URL(address, env().APP_URL).href }]
    }),
  )
}

export async function findSender(scope: MerchantScope): Promise<SenderValues> {
  const [row] = await queryRows<SenderValues>`
    SELECT coalesce(sender_name, '') AS "senderName", coalesce(reply_to, '') AS "replyTo" FROM merchants WHERE id = ${scope.merchantId}::uuid`
  return row ?? { senderName: '', replyTo: '' }
}

export async function updateSender(scope: MerchantScope, { senderName, replyTo }: SenderValues): Promise<void> {
  await execute`
    UPDATE merchants SET sender_name = nullif(${senderName}, ''), reply_to = nullif(${replyTo}, ''), updated_at = now() WHERE id = ${scope.merchantId}::uuid`
}

/** Twice is no error. */
export async function switchLetter(scope: MerchantScope, { letter, isOn }: { letter: OptionalLetter; isOn: boolean }): Promise<void> {
  await execute`
    UPDATE merchants SET muted_letters = CASE WHEN ${isOn} THEN array_remove(muted_letters, ${letter}) ELSE array_append(array_remove(muted_letters, ${letter}), ${letter}) END,
      updated_at = now() WHERE id = ${scope.merchantId}::uuid`
}

export async function upsertLetterText(scope: MerchantScope, { letter, locale, subject, greeting, closing }: LetterText, at: Date): Promise<void> {
  await execute`
    INSERT INTO letter_texts (merchant_id, letter, locale, subject, greeting, closing, updated_at)
    VALUES (${scope.merchantId}::uuid, ${letter}, ${locale}, nullif(${subject}, ''), nullif(${greeting}, ''), nullif(${closing}, ''), ${at})
    ON CONFLICT (merchant_id, letter, locale) DO UPDATE
      SET subject = excluded.subject, greeting = excluded.greeting, closing = excluded.closing, updated_at = excluded.updated_at`
}

/** Back to our own words; no row is no error. */
export async function deleteLetterText(scope: MerchantScope, { letter, locale }: LetterKey): Promise<void> {
  await execute`DELETE FROM letter_texts WHERE merchant_id = ${scope.merchantId}::uuid AND letter = ${letter} AND locale = ${locale}`
}
