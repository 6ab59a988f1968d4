import { describe, expect, it } from 'vitest'
import { instructionsSchema } from './instructions'
import { PAYMENT_METHODS, type PaymentMethod } from './methods'
import type { ReceivingAccount } from '@/lib/receiving/views'
import type { Rail } from './port'

/** What every rail promises, whatever moves the money. Called from each rail's test. */
export function keepsTheRailContract(rail: Rail, account?: ReceivingAccount): void {
  const paidTo = account ? { account } : {}
  describe(`the rail ${rail.name}`, () => {
    it('collects with at least one method, each named once', () => {
      expect(rail.methods.length).toBeGreaterThan(0)
      expect(new Set(rail.methods).size).toBe(rail.methods.length)
    })

    it.each([...rail.methods])('prepares %s at its smallest and largest amount with instructions that can be stored and shown again', async (method: PaymentMethod) => {
      const { minimum, maximum } = PAYMENT_METHODS[method]
      for (const amount of [minimum, maximum]) {
        const instructions = await rail.start({ method, amount, currency: 'IDR', shopName: 'Toko Melati 👗 قميص', ...paidTo })
        expect(instructionsSchema.parse(JSON.parse(JSON.stringify(instructions)))).toEqual(instructions)
      }
    })

    it('says whose account is paid to, and what a person has to do because nobody else knows', () => {
      const { account: kind, uniqueCode, byHand } = rail.capabilities
      expect(kind).toBe(account?.details.kind ?? null)
      // Money on the shop's own account is seen by the shop alone; money that a rail collects is confirmed by the rail alone.
      expect(byHand.includes('confirm')).toBe(kind !== null)
      if (uniqueCode) expect(kind).not.toBeNull()
      if (rail.methods.some((method) => rail.refundAbility(method) === 'no')) expect(byHand).toContain('refund')
    })

    it('knows of every method whether it sends money back, and refuses or does it, the same for the same key', async () => {
      for (const method of rail.methods) {
        const ability = rail.refundAbility(method)
        expect(['no', 'full', 'partial']).toContain(ability)
        if (ability === 'no') continue
        const request = { refundKey: 'R-1', orderId: '01933b2e-0000-7000-8000-000000000000', method, amount: 50_000, currency: 'IDR' as const, reason: 'Barang habis' }
        const answers = [await rail.refund(request), await rail.refund(request)]
        expect(answers[0]).toEqual(answers[1])
      }
    })

    it('gives two customers two codes', async () => {
      for (const method of rail.methods) {
        const start = () => rail.start({ method, amount: 50_000, currency: 'IDR', shopName: 'Toko Melati', ...paidTo })
        const [first, second] = [await start(), await start()]
        if (first.kind === 'virtualAccount' || first.kind === 'bill' || first.kind === 'storeCode') expect(first).not.toEqual(second)
      }
    })
  })
}
