/** A line that answers nothing for so long: who taps again means it. */
const PATIENCE_MS = 20_000

/** A second tap while the first is on its way does nothing. The server would make one order of them anyway. */
export function submitOnce(): void {
  const sent = new Set<EventTarget>()
  document.addEventListener('submit', (event) => {
    if (event.defaultPrevented || !event.target) return
    const { target } = event
    if (sent.has(target)) return event.preventDefault()
    sent.add(target)
    // Who stopped the page from loading is still on it.
    setTimeout(() => sent.delete(target), PATIENCE_MS)
  })
  // Back from the next page, kept in memory as it was left.
  window.addEventListener('pageshow', () => sent.clear())
}
