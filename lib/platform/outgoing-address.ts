import 'server-only'
import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/**
 * Which addresses the outside world may make this server talk to: public ones only. Checked on the
 * address that a connection is about to be made to, not on a name beforehand: a name may lead
 * elsewhere the second time it is asked for (DNS rebinding).
 *
 * Ranges: IANA's registries of special-purpose addresses (RFC 6890 and what came after), the
 * transition mechanisms that carry an IPv4 address inside, and 168.63.129.16, a public address that
 * is the inside of every machine at Azure. Link-local holds 169.254.169.254, the others' metadata.
 */
const INSIDE = blockList({
  ipv4: [
    '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24',
    '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24', '192.168.0.0/16', '192.175.48.0/24', '198.18.0.0/15', '198.51.100.0/24',
    '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4', '168.63.129.16/32',
  ],
  // Only 2000::/3 is routed on the internet. Inside it: Teredo, ORCHID, benchmarks, documentation, 6to4.
  ipv6: ['::/3', '2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20', '4000::/2', '8000::/1'],
})

const LOOPBACK = new Set(['127.0.0.1', '::1'])

/** Before anything was sent: the address belongs to this machine, a private network or a cloud's inside. */
export class RefusedAddressError extends Error {
  override name = 'RefusedAddressError'
}

/** @param allowLoopback for development and tests: this machine itself, and nothing else of the inside */
export function isRefusedAddress(address: string, { allowLoopback }: { allowLoopback: boolean }): boolean {
  const [bare = ''] = address.split('%')
  if (allowLoopback && LOOPBACK.has(bare)) return false
  const family = isIP(bare)
  return family === 0 || INSIDE.check(bare, family === 6 ? 'ipv6' : 'ipv4')
}

/** The address that stands in a URL itself; null for a name. `URL` has already read 0x7f.1, 2130706433 and the like. */
export function literalAddress({ hostname }: Pick<URL, 'hostname'>): string | null {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1')
  return isIP(bare) === 0 ? null : bare
}

/**
 * A `lookup` for `http.request` that fails with {@link RefusedAddressError} when *any* address of the
 * name is inside: which one is connected to is not ours to choose. Never asked for literal addresses.
 */
export function guardedLookup({ allowLoopback, lookup = systemLookup }: { allowLoopback: boolean; lookup?: typeof systemLookup }): LookupFunction {
  return (hostname, options: LookupOptions, callback) => {
    lookup(hostname, { ...options, all: true }, (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => {
      const [first] = addresses ?? []
      if (error || !first) return callback(error ?? new Error(`${hostname} has no address`), [])
      const refused = addresses.find(({ address }) => isRefusedAddress(address, { allowLoopback }))
      if (refused) return callback(new RefusedAddressError(`${hostname} leads to ${refused.address}`), [])
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family)
    })
  }
}

function blockList(ranges: Record<'ipv4' | 'ipv6', readonly string[]>): BlockList {
  const list = new BlockList()
  for (const family of ['ipv4', 'ipv6'] as const) {
    for (const range of ranges[family]) {
      const [net = '', prefix] = range.split('/')
      list.addSubnet(net, Number(prefix), family)
    }
  }
  return list
}
