const PATIENCE_MS = 10_000

/** `<main>` with the attributes of `follow()`: asks while somebody looks, and shows what changed. */
export function followStatus(): void {
  const main = document.querySelector<HTMLElement>('[data-follow]')
  if (!main) return
  const { follow = '', status = '', page = '', every = '' } = main.dataset
  let timer = 0

  const ask = async () => {
    const isChanged = document.visibilityState === 'visible' && (await readStatus(follow).then((now) => now !== status, () => false))
    // Not reload(): after a refused form it would offer to send the form again.
    if (isChanged) location.replace(page)
    else later()
  }
  const later = () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => void ask(), Number(every))
  }
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return
    clearTimeout(timer)
    void ask()
  })
  // Shown again from memory: a timer that died with the page starts anew.
  window.addEventListener('pageshow', later)
  later()
}

async function readStatus(address: string): Promise<string> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), PATIENCE_MS)
  try {
    const response = await fetch(address, { headers: { Accept: 'application/json' }, signal: controller.signal })
    if (!response.ok) throw new Error(String(response.status))
    const { status } = (await response.json()) as { status: string }
    return status
  } finally {
    clearTimeout(timer)
  }
}
