import { randomUUID } from 'node:crypto'
import type { BrowserContext } from '@playwright/test'
import { makeLink } from './actions'
import { order } from './customer'
import { query } from './database'
import { makeSeller, origin, type Seller } from './seller'

export type MoneyShop = Seller & { accountId: string; liveCookie: string; slug: string; linkId: string; signInLive(context: BrowserContext, locale?: 'id' | 'en'): Promise<void> }

/** A live shop with one bank account. */
export async function makeMoneyShop(name?: string): Promise<MoneyShop> {
  const seller = await makeSeller(name)
  const accountId = randomUUID()
  await query(
    `INSERT INTO receiving_accounts (id, merchant_id, kind, label, details, changed_at, created_at) VALUES ($1, $2, 'bank', 'BCA toko', $3, now(), now())`,
    [accountId, seller.merchantId, { kind: 'bank', bank: 'BCA', number: '1234567890', holder: 'Sari' }],
  )
  const link = await makeLink(seller, { usageLimit: null })
  return {
    ...seller, accountId, slug: link.slug, linkId: link.id, liveCookie: `${seller.cookie}; mode=live`,
    signInLive: async (context, locale) => {
      await seller.signIn(context, locale)
      await context.addCookies([{ name: 'mode', value: 'live', url: origin() }])
    },
  }
}

/** An open live order that expects an amount on the shop's account. */
export async function expectMoney({ accountId, slug, linkId }: MoneyShop, amount: number, name: string): Promise<string> {
  await order(slug, { name })
  const [placed] = await query<{ id: string }>('SELECT id FROM orders WHERE link_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1', [linkId])
  const id = placed?.id ?? ''
  await query("UPDATE orders SET mode = 'live', account_id = $2, amount = $3::bigint, unique_code = $3::bigint - 85000, payment_method = 'own_transfer' WHERE id = $1", [id, accountId, amount])
  await query('INSERT INTO payment_codes (order_id, account_id, amount) VALUES ($1, $2, $3)', [id, accountId, amount])
  return id
}

/** Today on the bank's calendar: YYYY-MM-DD, and as KlikBCA writes it. */
export function bankToday(): { today: string; day: string; period: string } {
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
  const [year, month, date] = today.split('-')
  return { today, day: `${date}/${month}`, period: `"Periode : ${date}/${month}/${year} - ${date}/${month}/${year}"` }
}

export function klikBca(...rows: [description: string, amount: string, type?: string][]): string {
  const { day, period } = bankToday()
  return [period, '"Tanggal","Keterangan","Cabang","Jumlah","","Saldo"', ...rows.map(([description, amount, type = 'CR']) => `"${day}","${description}","0000","${amount}","${type}","1.00"`), '"PEND","TRSF E-BANKING CR TONO","0000","85,009.00","CR","1.00"', '"Saldo Akhir : 1.00"'].join('\r\n')
}
