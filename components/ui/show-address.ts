/**
 * Changes the address without asking the server for a page: Next's router follows these two, and `useSearchParams`
 * with it. Only when it would change, since each of them makes the router give up a navigation that has begun.
 */
export function showAddress(address: string, { replace = false }: { replace?: boolean } = {}): void {
  if (address === window.location.pathname + window.location.search) return
  if (replace) window.history.replaceState(null, '', address)
  else window.history.pushState(null, '', address)
}
