'use client'

import { useEffect } from 'react'
import { copyText } from '@/components/ui/copy-text'

const REMEMBERED = 'tautan.reference.language'
const SHOWN_MS = 2_000

/**
 * What the page does with a script: copies code and remembers the language of the samples. One
 * listener for all of them, so that the page does not carry every program twice.
 */
export function ReferenceBehaviour() {
  useEffect(() => {
    const root = document.querySelector<HTMLElement>('[data-reference]')
    if (!root) return
    root.dataset['ready'] = ''
    const remembered = localStorage.getItem(REMEMBERED)
    if (remembered !== null) choose(root, remembered)
    const change = (event: Event) => {
      if (!(event.target instanceof HTMLInputElement) || !('language' in event.target.dataset)) return
      localStorage.setItem(REMEMBERED, event.target.value)
      const before = event.target.getBoundingClientRect().top
      choose(root, event.target.value)
      // Blocks above may have become longer or shorter; what was clicked stays under the finger.
      window.scrollBy({ top: event.target.getBoundingClientRect().top - before, behavior: 'instant' })
    }
    const click = (event: MouseEvent) => {
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copy]') : null
      if (button) void copy(button)
    }
    root.addEventListener('change', change)
    root.addEventListener('click', click)
    return () => {
      root.removeEventListener('change', change)
      root.removeEventListener('click', click)
    }
  }, [])
  return null
}

function choose(root: HTMLElement, language: string): void {
  for (const radio of root.querySelectorAll<HTMLInputElement>('input[data-language]')) if (radio.value === language) radio.checked = true
}

async function copy(button: HTMLElement): Promise<void> {
  const text = button.closest('[data-code]')?.querySelector('code')?.textContent ?? ''
  const label = button.querySelector('[data-copy-text]')
  if (!label || !(await copyText(text))) return
  const usual = (button.dataset['usual'] ??= label.textContent ?? '')
  label.textContent = button.dataset['copiedLabel'] ?? usual
  setTimeout(() => (label.textContent = usual), SHOWN_MS)
}
