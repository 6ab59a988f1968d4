import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { openGraphImage } from './open-graph-image'
import { previewVersion } from './preview-card'

const card = { shopName: 'Toko Melati', name: 'Kerudung voal motif', amount: 'Rp\u00a085.000', invitation: 'Lihat harga dan bayar', closed: null, picture: null }
const none = () => Promise.resolve(null)

describe('the picture of a link in a chat', () => {
  it.each([
    ['an ordinary link', card],
    ['the longest texts and the largest amount', { shopName: 'W'.repeat(50), name: 'W'.repeat(50), amount: 'Rp\u00a0999.999.999.999', closed: 'Sudah berakhir', invitation: '', picture: null }],
    ['writing that the font does not have', { ...card, shopName: 'حجاب', name: '😀👩‍👩‍👧 漢字' }],
    ['markup', { ...card, name: '<script>alert(1)</script> & "quotes"' }],
  ])('is a JPEG of 1200 × 630 below 250 KB for %s', async (_name, shown) => {
    const picture = await openGraphImage(shown, none)
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 })
    expect(picture.length).toBeLessThan(250_000)
  })

  it('stays below 250 KB with a product picture of nothing but noise', async () => {
    const noise = await sharp(randomBytes(600 * 350 * 3), { raw: { width: 600, height: 350, channels: 3 } }).jpeg({ quality: 100 }).toBuffer()
    const picture = await openGraphImage({ ...card, picture: 'n'.repeat(64) }, () => Promise.resolve(noise))
    expect(picture.length).toBeLessThan(250_000)
  })

  it('is drawn without a product picture that was replaced meanwhile, and not kept so', async () => {
    const replaced = { ...card, picture: 'r'.repeat(64) }
    const without = await openGraphImage(replaced, none)
    expect(without.equals(await openGraphImage(card, none))).toBe(true)
    const red = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#ff0000' } }).jpeg().toBuffer()
    expect((await openGraphImage(replaced, () => Promise.resolve(red))).equals(without)).toBe(false)
  })

  it('is drawn once, and has another address when it shows something else', async () => {
    expect(await openGraphImage(card, none)).toBe(await openGraphImage({ ...card }, none))
    expect(previewVersion({ ...card, closed: 'Sudah habis' })).not.toBe(previewVersion(card))
  })
})
