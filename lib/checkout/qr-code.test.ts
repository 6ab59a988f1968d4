import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import jsQR from 'jsqr'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { readQris, withAmount } from '@/lib/payment/qris'
import { STATIC_QRIS } from '@/prisma/testing/account-details'
import { qrPng, qrSvg } from './qr-code'

/** Mulberry32: the same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** What another's reader makes of a picture. */
async function readPicture(picture: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsQR(new Uint8ClampedArray(data), info.width, info.height, { inversionAttempts: 'dontInvert' })?.data
}

describe('the QR code of an order', () => {
  const seed = Number(process.env['QR_SEED'] ?? Date.now() % 1_000_000)
  const codes: { amount: number; payload: string; picture: Buffer }[] = []

  // Drawn once for every reader.
  beforeAll(async () => {
    const random = randomFrom(seed)
    for (let round = 0; round < 1_000; round++) {
      // As many small amounts as large ones, up to what one QRIS payment may be.
      const amount = Math.max(1, Math.floor(10 ** (random() * 7)))
      const payload = withAmount(STATIC_QRIS, amount)
      codes.push({ amount, payload, picture: await qrPng(payload, 260) })
    }
  }, 180_000)

  it(`is read back by an independent reader for 1,000 amounts, as it was drawn (QR_SEED=${seed})`, async () => {
    expect(codes).toHaveLength(1_000)
    for (const { amount, payload, picture } of codes) {
      const read = await readPicture(picture)
      expect(read, `${amount}`).toBe(payload)
      expect(readQris(read ?? '')).toMatchObject({ ok: true, qris: { amount, merchantName: 'TOKO MELATI' } })
    }
  }, 180_000)

  // Debian's zbar-tools: a reader of another family than jsqr. Not everywhere installed.
  it.skipIf(spawnSync('zbarimg', ['--version']).error)(`is read back by zbar, too, for 1,000 amounts (QR_SEED=${seed})`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'qr-'))
    try {
      const files = codes.map((_, index) => join(folder, `${index}.png`))
      for (const [index, { picture }] of codes.entries()) await writeFile(files[index] ?? '', picture)
      const { stdout } = await promisify(execFile)('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', ...files], { maxBuffer: 8 * 1024 * 1024 })
      expect(stdout.trimEnd().split('\n')).toEqual(codes.map(({ payload }) => payload))
    } finally {
      await rm(folder, { recursive: true })
    }
  }, 180_000)

  it('is the same in the size of the gallery and as the drawing on the page', async () => {
    const payload = withAmount(STATIC_QRIS, 84_999)
    expect(await readPicture(await qrPng(payload))).toBe(payload)
    expect(await readPicture(await sharp(Buffer.from(await qrSvg(payload)), { density: 600 }).png().toBuffer())).toBe(payload)
  })
})
