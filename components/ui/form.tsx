'use client'

import { useEffect, useImperativeHandle, useRef, type ComponentProps } from 'react'

/**
 * A form that the page's scripts send. Before these have come, on a slow phone, the browser must not send it (`dialog`, outside of one,
 * does nothing): what was typed would be gone, a password in an address. It is sent as soon as they are there.
 */
export function Form({ ref, ...props }: Omit<ComponentProps<'form'>, 'action' | 'method' | 'noValidate'>) {
  const form = useRef<HTMLFormElement>(null)
  useImperativeHandle(ref, () => form.current as HTMLFormElement, [])

  useEffect(() => {
    // After what tells the form of texts that were typed as early: see ./use-early-input.ts.
    const soon = setTimeout(() => {
      if (form.current?.dataset['sentEarly'] === undefined) return
      delete form.current.dataset['sentEarly']
      form.current.requestSubmit()
    })
    return () => clearTimeout(soon)
  }, [])

  return <form ref={form} method="dialog" noValidate {...props} />
}
