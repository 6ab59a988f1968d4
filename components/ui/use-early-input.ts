'use client'

import { useCallback, useEffect, useRef, useSyncExternalStore, type Ref } from 'react'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type Early = { wish: string | boolean; /** null where a field has none. */ caret: number | null }

/**
 * Keeps what was typed into a field before its scripts came, on a slow phone: React knows nothing of it, so the next key
 * would bring the old text back, and react-hook-form writes its default over it. This looks at the field before they do,
 * and tells them once everybody listens, as if it was typed then. The same goes for what a password manager filled in.
 * @param given the ref that the field has anyway
 */
export function useEarlyInput<Element extends Control>(given: Ref<Element> | undefined): (element: Element | null) => (() => void) | undefined {
  const isHydrating = useSyncExternalStore(neverChanges, () => false, () => true)
  const field = useRef<Element>(null)
  const early = useRef<Early>(null)
  const wasSeen = useRef(false)

  useEffect(() => {
    const typed = early.current
    early.current = null
    // After the other effects of the page: a form may take up a draft there.
    if (typed !== null) queueMicrotask(() => field.current && tell(field.current, typed))
  }, [])

  return useCallback(
    (element: Element | null) => {
      if (element !== null && !wasSeen.current) early.current = isHydrating ? earlyIn(element) : null
      wasSeen.current = true
      field.current = element
      return passOn(given, element)
    },
    [given, isHydrating],
  )
}

const neverChanges = () => () => undefined

function passOn<Element>(given: Ref<Element> | undefined, element: Element | null): (() => void) | undefined {
  if (typeof given === 'function') return given(element) ?? undefined
  if (given) given.current = element
  return undefined
}

const isChoice = (element: Control): element is HTMLInputElement => element instanceof HTMLInputElement && ['checkbox', 'radio'].includes(element.type)

/** What somebody made of what the server sent; null when it stands there untouched. */
function earlyIn(element: Control): Early | null {
  if (isChoice(element)) {
    // Of several, the one that was chosen tells of the other too.
    const isTold = element.checked !== element.defaultChecked && (element.checked || element.type === 'checkbox')
    return isTold ? { wish: element.checked, caret: null } : null
  }
  if (element.value === sentValue(element)) return null
  return { wish: element.value, caret: element instanceof HTMLSelectElement ? null : element.selectionEnd }
}

function sentValue(element: Control): string {
  if (!(element instanceof HTMLSelectElement)) return element.defaultValue
  return ([...element.options].find(({ defaultSelected }) => defaultSelected) ?? element.options[0])?.value ?? ''
}

/** As the browser tells it when somebody types. */
function tell(element: Control, { wish, caret }: Early): void {
  if (typeof wish === 'boolean') {
    ;(element as HTMLInputElement).checked = !wish
    element.click()
    return
  }
  // React remembers what is set here, and hears only of what differs from that.
  element.value = sentValue(element)
  const [prototype, event] =
    element instanceof HTMLSelectElement ? [HTMLSelectElement.prototype, 'change'] : [element instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype, 'input']
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, wish)
  // Who is still typing goes on where they are.
  if (caret !== null && !(element instanceof HTMLSelectElement)) element.setSelectionRange(caret, caret)
  element.dispatchEvent(new Event(event, { bubbles: true }))
}
