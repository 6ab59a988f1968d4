/** Whether an address's path can be decoded. Next answers one that cannot with 500, as if it were our fault. */
export function isReadableAddress(address = '/'): boolean {
  const [path = ''] = address.split('?', 1)
  if (!path.includes('%')) return true
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
