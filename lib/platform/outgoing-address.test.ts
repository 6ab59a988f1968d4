import { describe, expect, test } from 'vitest'
import { post, resolver, useReceivers } from '@/prisma/testing/outgoing-calls'
import { isRefusedAddress } from './outgoing-address'

const { receiver } = useReceivers()

describe('addresses of the inside', () => {
  const INSIDE = [
    '0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.8.8.8', '169.254.169.254', '172.16.0.1', '172.31.255.255',
    '192.0.0.8', '192.0.2.1', '192.88.99.1', '192.168.1.1', '198.18.0.1', '198.51.100.7', '203.0.113.9', '224.0.0.1', '239.255.255.255', '240.0.0.1',
    '255.255.255.255', '168.63.129.16', '::', '::1', '::7f00:1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:a9fe:a9fe', '64:ff9b::7f00:1',
    '64:ff9b::8.8.8.8', '64:ff9b:1::1', '100::1', '2001::1', '2001:2::1', '2001:10::1', '2001:20::1', '2001:db8::1', '2002:7f00:1::', '2002:a9fe:a9fe::1',
    '3fff::1', '5f00::1', 'fc00::1', 'fd00:ec2::254', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', 'not an address', '',
  ]
  test.each(INSIDE)('%s is refused', (address) => {
    expect(isRefusedAddress(address, { allowLoopback: false })).toBe(true)
  })

  test.each(['8.8.8.8', '1.1.1.1', '100.63.255.255', '100.128.0.1', '172.32.0.1', '169.253.1.1', '168.63.129.17', '2606:4700::1111', '2a00:1450:4001::200e'])('%s is not', (address) => {
    expect(isRefusedAddress(address, { allowLoopback: false })).toBe(false)
  })

  test('allowing loopback allows this machine and nothing else', () => {
    const allowed = INSIDE.filter((address) => !isRefusedAddress(address, { allowLoopback: true }))
    expect(allowed).toEqual(['127.0.0.1', '::1'])
  })

  test.each([
    'http://127.0.0.1', 'http://127.1', 'http://2130706433', 'http://0x7f000001', 'http://0x7f.1', 'http://0177.0.0.1', 'http://017700000001', 'http://0',
    'http://127.0.0.1.', 'http://①②⑦.⓪.⓪.①', 'http://[::1]', 'http://[::]', 'http://[0:0:0:0:0:ffff:127.0.0.1]', 'http://[::ffff:7f00:1]', 'http://[::127.0.0.1]',
    'http://[64:ff9b::127.0.0.1]', 'http://[2002:7f00:1::]', 'http://[fe80::1]', 'http://[fd00:ec2::254]', 'http://169.254.169.254/latest/meta-data', 'http://2852039166',
    'http://168.63.129.16', 'http://100.100.100.200', 'http://10.1.2.3', 'http://192.168.0.1', 'http://0.0.0.0', 'https://127.0.0.1', 'https://[::1]',
  ])('nothing is sent to %s', async (url) => {
    expect(await post(url, { allowLoopback: false })).toEqual({ statusCode: null, headers: null, body: null, error: 'refusedAddress' })
  })

  test('a name is judged by where it leads, and by all of its addresses', async () => {
    let reached = 0
    const port = new URL(await receiver((_, response) => void (reached += 1, response.end()))).port
    for (const addresses of [['127.0.0.1'], ['::1'], ['8.8.8.8', '127.0.0.1'], ['169.254.169.254'], ['168.63.129.16'], ['::ffff:127.0.0.1'], ['::127.0.0.1'], ['64:ff9b::a00:1']]) {
      const { lookup } = resolver(addresses)
      expect((await post(`http://hooks.example:${port}/`, { allowLoopback: false, lookup })).error, addresses.join()).toBe('refusedAddress')
      expect((await post(`https://hooks.example:${port}/`, { allowLoopback: false, lookup })).error, addresses.join()).toBe('refusedAddress')
    }
    expect((await post(`http://localhost:${port}/`, { allowLoopback: false })).error).toBe('refusedAddress')
    expect(reached).toBe(0)
  })

  test('the answer that is checked is the one that is connected to: a second answer is never asked for', async () => {
    let reached = 0
    const port = new URL(await receiver((_, response) => void (reached += 1, response.end()))).port
    const rebinding = resolver(['127.0.0.1'], ['10.0.0.1'])
    expect((await post(`http://rebind.example:${port}/`, { lookup: rebinding.lookup })).statusCode).toBe(200)
    expect([reached, rebinding.asked()]).toEqual([1, 1])
    expect((await post(`http://rebind.example:${port}/`, { lookup: rebinding.lookup })).error).toBe('refusedAddress')
  })

  test.each(['ftp://example.com', 'file:///etc/passwd', 'http://user:pass@example.com', 'no url', 'javascript:alert(1)'])('%s is not posted to', async (url) => {
    expect((await post(url)).error).toBe('redirect')
  })
})
