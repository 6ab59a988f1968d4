import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { STRIP_SUFFIX, VERIFY_SIGNATURE } from './guides'

const KEY = 'SB-Tautan-server-abc'
const parts = { order_id: 'my-order-101-1763614800000', status_code: '200', gross_amount: '85000.00' }
const genuine = { ...parts, signature_key: createHash('sha512').update(Object.values(parts).join('') + KEY).digest('hex') }
const forged = [{ ...genuine, gross_amount: '1.00' }, { ...genuine, signature_key: 'no' }, { ...genuine, signature_key: genuine.signature_key.replace(/.$/, (last) => (last === '0' ? '1' : '0')) }]

function output(command: string, args: string[]): string {
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8' })
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  return stdout.trim()
}

const node = (program: string) => output(process.execPath, ['--input-type=module', '-e', program])
const python = (program: string) => output('python3', ['-c', program])
const hasPython = spawnSync('python3', ['--version']).status === 0

describe('the programs of the guides', () => {
  test('in Node cut after the last hyphen and know a genuine notification', () => {
    expect(node(`${STRIP_SUFFIX.node}\nconsole.log(linkOrderId('my-order-101-1763614800000'))`)).toBe('my-order-101')
    expect(node(`${VERIFY_SIGNATURE.node}\nconsole.log(JSON.stringify(${JSON.stringify([genuine, ...forged])}.map((body) => isGenuine(body, '${KEY}'))))`)).toBe('[true,false,false,false]')
  })

  test.runIf(hasPython)('in Python do the same', () => {
    expect(python(`${STRIP_SUFFIX.python}\nprint(link_order_id('my-order-101-1763614800000'))`)).toBe('my-order-101')
    expect(python(`${VERIFY_SIGNATURE.python}\nprint([is_genuine(body, '${KEY}') for body in ${JSON.stringify([genuine, ...forged])}])`)).toBe('[True, False, False, False]')
  })
})
