import { expect, test } from 'vitest'
import { seal, unseal } from './secret-box'

test('a secret comes back, and no two boxes of it look alike', () => {
  const boxes = [seal('whsec_abc', 'endpoint 1'), seal('whsec_abc', 'endpoint 1')]
  expect(boxes.map((box) => unseal(box, 'endpoint 1'))).toEqual(['whsec_abc', 'whsec_abc'])
  expect(boxes[0]).not.toBe(boxes[1])
  expect(boxes.join()).not.toContain('whsec')
})

test('a box opens neither elsewhere nor after a change', () => {
  const box = seal('whsec_abc', 'endpoint 1')
  expect(() => unseal(box, 'endpoint 2')).toThrow()
  for (const at of [3, 20, box.length - 2]) {
    const changed = box.slice(0, at) + (box[at] === 'A' ? 'B' : 'A') + box.slice(at + 1)
    expect(() => unseal(changed, 'endpoint 1'), String(at)).toThrow()
  }
})
