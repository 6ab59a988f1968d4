const SHOWN_FOR_MS = 2_000

/** `<button data-copy="text" data-copied="Copied">`: says so on itself. */
export function enableCopying(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    const label = button.querySelector('[data-label]') ?? button
    const usual = label.textContent
    let timer = 0
    button.addEventListener('click', () => {
      void write(button.dataset['copy'] ?? '').then((isCopied) => {
        if (!isCopied) return
        label.textContent = button.dataset['copied'] ?? ''
        announce(button.dataset['copied'] ?? '')
        clearTimeout(timer)
        timer = window.setTimeout(() => (label.textContent = usual), SHOWN_FOR_MS)
      })
    })
  }
}

function announce(text: string): void {
  const region = document.querySelector('[data-announce]')
  if (!region) return
  region.textContent = ''
  setTimeout(() => (region.textContent = text), 50)
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return writeByHand(text)
  }
}

/** In-app browsers, and pages that are not served over https, have no clipboard. */
function writeByHand(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.className = 'sr-only'
  document.body.append(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  return isCopied
}
