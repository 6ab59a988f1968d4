/** Says once for each visit that somebody looks at an open link; with nothing about who. A page drawn ahead is not looked at. */
export function reportOpening(): void {
  const opened = document.querySelector<HTMLElement>('[data-opened]')?.dataset['opened']
  if (!opened) return
  const report = () => {
    if (document.visibilityState !== 'visible') return
    document.removeEventListener('visibilitychange', report)
    if (isNew(opened)) navigator.sendBeacon(opened)
  }
  document.addEventListener('visibilitychange', report)
  report()
}

/** Where the browser keeps nothing, every view counts. */
function isNew(key: string): boolean {
  try {
    const known = sessionStorage.getItem(key)
    sessionStorage.setItem(key, '1')
    return known === null
  } catch {
    return true
  }
}
