import { expect, it } from 'vitest'
import { withBytes, type ReadBytes } from './read-bytes'
import { withUpload, type PostedUpload } from './read-upload'
import { makeUploadBudget } from './upload-budget'

function upload(bytes: number): Request {
  const head = '--x\r\nContent-Disposition: form-data; name="proof"; filename="bukti.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'
  const body = Buffer.concat([Buffer.from(head), Buffer.alloc(bytes), Buffer.from('\r\n--x--\r\n')])
  return new Request('http://localhost/', { method: 'POST', body, headers: { 'content-type': 'multipart/form-data; boundary=x' } })
}

const KIB = 1024
const outcome = (posted: PostedUpload) => (posted.ok ? (posted.file?.length ?? 0) : posted.status)

it('keeps no more than its budget in memory, refuses who comes on top, and takes others when those are done', async () => {
  const budget = makeUploadBudget(100 * KIB)
  const limits = { fileField: 'proof', maxBytes: 50 * KIB, budget }
  const waiting: (() => void)[] = []
  const held = Array.from({ length: 2 }, () => withUpload(upload(40 * KIB), limits, async (posted) => {
    await new Promise<void>((go) => waiting.push(go))
    return outcome(posted)
  }))
  await expect.poll(() => waiting.length).toBe(2)
  expect(await withUpload(upload(40 * KIB), limits, async (posted) => outcome(posted))).toBe(503)
  expect(await withUpload(upload(5 * KIB), limits, async (posted) => outcome(posted))).toBe(5 * KIB)
  waiting.forEach((go) => go())
  expect(await Promise.all(held)).toEqual([40 * KIB, 40 * KIB])
  expect(await withUpload(upload(40 * KIB), limits, async (posted) => outcome(posted))).toBe(40 * KIB)
})

it('gives back what it took, whatever went wrong: refused, too large, broken off, or failed at work', async () => {
  const budget = makeUploadBudget(200 * KIB)
  const limits = { fileField: 'proof', maxBytes: 50 * KIB, budget }
  const brokenOff = () => new Request('http://localhost/', {
    method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' }, duplex: 'half',
    body: new ReadableStream({ pull: (controller) => { controller.enqueue(new Uint8Array(30 * KIB)); controller.error(new Error('gone')) } }),
  } as RequestInit)
  for (let round = 0; round < 20; round += 1) {
    expect(await withUpload(upload(140 * KIB), limits, async (posted) => outcome(posted))).toBe(413)
    expect(await withUpload(brokenOff(), limits, async (posted) => outcome(posted))).toBe(400)
    await expect(withUpload(upload(40 * KIB), limits, () => Promise.reject(new Error('at work')))).rejects.toThrow('at work')
  }
  expect(budget.take(200 * KIB)).toBe(true)
})

it('counts what sellers send in the same budget, and gives it back', async () => {
  const budget = makeUploadBudget(100 * KIB)
  const file = (bytes: number) => new Request('http://localhost/', { method: 'PUT', body: Buffer.alloc(bytes) })
  const result = (sent: ReadBytes) => Promise.resolve(sent.ok ? sent.bytes.length : sent.reason)
  let free = () => {}
  const proof = withUpload(upload(60 * KIB), { fileField: 'proof', maxBytes: 64 * KIB, budget }, async (posted) => {
    await new Promise<void>((go) => (free = go))
    return outcome(posted)
  })
  await expect.poll(async () => await withBytes(file(60 * KIB), { maxBytes: 64 * KIB, budget }, result)).toBe('busy')
  expect(await withBytes(file(10 * KIB), { maxBytes: 64 * KIB, budget }, result)).toBe(10 * KIB)
  expect(await withBytes(file(10 * KIB), { maxBytes: 5 * KIB, budget }, result)).toBe('tooLarge')
  free()
  expect(await proof).toBe(60 * KIB)
  expect(budget.take(100 * KIB)).toBe(true)
})
