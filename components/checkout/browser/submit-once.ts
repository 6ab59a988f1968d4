/** A second tap while the first is on its way does nothing. The server would make one order of them anyway. */
export function submitOnce(): void {
  const sent = new Set<EventTarget>()
  document.addEventListener('submit', (event) => {
    if (event.defaultPrevented || !event.target) return
    if (sent.has(event.target)) event.preventDefault()
    sent.add(event.target)
  })
  // Back from the next page, kept in memory as it was left.
  window.addEventListener('pageshow', () => sent.clear())
}
