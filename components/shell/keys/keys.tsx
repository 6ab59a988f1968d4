'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useHotkeys } from 'react-hotkeys-hook'
import { openPanel, usePanel } from './panel'
import { useSingleKeys } from './single-keys'

// Their code comes when one is first opened.
const Palette = dynamic(() => import('./palette').then((module) => module.Palette), { ssr: false })
const ShortcutsDialog = dynamic(() => import('./shortcuts-dialog').then((module) => module.ShortcutsDialog), { ssr: false })

/** Where these keys mean something of their own. */
const OWN_KEYS = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox], [role=tablist], [role=radiogroup]'

/** The keys of the dashboard, and what they open. Never while somebody types, never together with another key. */
export function Keys() {
  const router = useRouter()
  const panel = usePanel()
  useHotkeys('mod+k', () => openPanel('palette'), { enableOnFormTags: true, enableOnContentEditable: true, preventDefault: true })
  useHotkeys('*', press, { enabled: useSingleKeys(), ignoreEventWhen: ({ target }) => target instanceof Element && target.closest(OWN_KEYS) !== null })

  return (
    <>
      {panel === 'shortcuts' && <ShortcutsDialog />}
      {panel === 'palette' && <Palette />}
    </>
  )

  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const done = actOn(event.key)
    if (done) event.preventDefault()
  }

  function actOn(key: string): boolean {
    switch (key) {
      case '/':
        return focusOn(document.querySelector<HTMLElement>('main input[type=search]'))
      case 'c':
        router.push('/links/new')
        return true
      case '?':
        openPanel('shortcuts')
        return true
      case 'ArrowDown':
        return walk(1)
      case 'ArrowUp':
        return walk(-1)
      default:
        return false
    }
  }
}

/** From row to row; from outside into the first or last one. Without rows the page scrolls as ever. */
function walk(step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')].filter((row) => row.checkVisibility())
  const here = rows.findIndex((row) => row === document.activeElement)
  if (here === -1) return focusOn(step === 1 ? rows.at(0) : rows.at(-1))
  return focusOn(rows[here + step] ?? rows[here])
}

function focusOn(element: HTMLElement | null | undefined): boolean {
  element?.focus()
  return element !== null && element !== undefined
}
