import { describe, expect, test } from 'vitest'
import { newRowId } from '@/lib/platform/ids'
import type { SmsProvider } from './provider'

type Setting = {
  open: () => Promise<{ provider: SmsProvider; /** What reached phones, oldest first. */ arrived: () => { to: string; text: string }[] }>
  /** What it does with a message when nothing is wrong. */
  takes: 'accepted' | 'kept'
}

const TEXTS = ['Toko Melati: link pembayaran', 'He said "hi" \\ {to} {secret}', 'two\nlines\tand a tab', '🌸 مرحبا &a=b#c%20', 'x'.repeat(1_000)]

/** What every way of sending texts keeps to. */
export function describeSmsProvider(name: string, { open, takes }: Setting): void {
  describe(name, () => {
    test.each(TEXTS)('hands %j over as it is, or keeps it', async (text) => {
      const { provider, arrived } = await open()
      expect((await provider.send({ id: newRowId(0), to: '+6281234567890', text })).kind).toBe(takes)
      expect(arrived()).toEqual(takes === 'accepted' ? [{ to: '+6281234567890', text }] : [])
    })

    test('sends many at once, each on its own', async () => {
      const { provider, arrived } = await open()
      const sent = Array.from({ length: 5 }, (_, index) => ({ id: newRowId(index), to: `+628123456789${index}`, text: `nomor ${index}` }))
      const handovers = await Promise.all(sent.map((sms) => provider.send(sms)))
      expect(handovers.map(({ kind }) => kind)).toEqual(sent.map(() => takes))
      expect(arrived().map(({ to }) => to).sort()).toEqual(takes === 'accepted' ? sent.map(({ to }) => to) : [])
    })
  })
}
