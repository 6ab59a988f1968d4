import { describe, expect, it } from 'vitest'
import type { CheckoutLink } from '@/lib/checkout/views'
import { wordingOf } from '@/lib/i18n/wording'
import { availabilityText } from './availability'

const at = new Date('2026-11-20T05:00:00.000Z')
const wording = wordingOf('en')

const shop: CheckoutLink['shop'] = { name: 'Toko Melati', phone: null, locale: 'id', timeZone: 'Asia/Jakarta', createdAt: at, logo: null, accentColor: null, thankYou: null, supportEmail: null, website: null, instagram: null }
const link: CheckoutLink = {
  id: 'l', merchantId: 'm', mode: 'test', orderId: 'INV-1', slug: 'voal', title: null, description: null, name: 'Kerudung', amount: 85_000, currency: 'IDR',
  items: [], methods: [], accountsOff: [], openAmount: null, customerQuestions: null, redirects: null, customer: null, updatedAt: at, version: 1, cardShowsPrice: true, cardPicture: null, shop, state: 'active', startsAt: null, expiresAt: null, usageLimit: null, usedCount: 0, heldCount: 0,
}
const text = (facts: Partial<CheckoutLink>) => availabilityText({ ...link, ...facts }, { wording, at })

describe('what is left', () => {
  it('is told when it gets scarce, counting places that are being paid as gone', () => {
    expect(text({ usageLimit: 20, usedCount: 15, heldCount: 2 })).toBe('3 of 20 left')
    expect(text({ usageLimit: 1_000_000, usedCount: 500_000 })).toBe('500.000 of 1.000.000 left')
  })

  it('is not told while there is plenty, without a limit, or for a link that is paid once', () => {
    expect(text({ usageLimit: 20, usedCount: 5 })).toBeNull()
    expect(text({})).toBeNull()
    expect(text({ usageLimit: 1 })).toBeNull()
  })

  it('is told together with an end that is near', () => {
    const expiresAt = new Date('2026-11-30T05:00:00.000Z')
    expect(text({ usageLimit: 20, usedCount: 17, expiresAt })).toBe('3 of 20 left · until Monday 30 Nov')
    expect(text({ expiresAt })).toBe('Until Monday 30 Nov')
    expect(text({ expiresAt: new Date('2027-11-30T05:00:00.000Z') })).toBeNull()
  })
})
