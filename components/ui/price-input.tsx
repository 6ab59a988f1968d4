'use client'

import { useLayoutEffect, useRef, type ChangeEvent, type ComponentProps } from 'react'
import { cn } from './cn'
import { Input } from './input'
import { groupWhileTyping, tidyPrice } from './group-while-typing'

type PriceInputProps = Omit<ComponentProps<typeof Input>, 'value' | 'onChange' | 'ref'> & {
  value: string
  onValueChange: (value: string) => void
  /** Stands in front of the amount: the currency. */
  prefix: string
}

/** A price that gets its thousands dots while it is typed, the caret staying where it is. */
export function PriceInput({ value, onValueChange, onBlur, prefix, className, ...props }: PriceInputProps) {
  const input = useRef<HTMLInputElement>(null)
  const caret = useRef<number | null>(null)

  // React puts the caret at the end when a value comes back changed.
  useLayoutEffect(() => {
    if (caret.current === null) return
    input.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  })

  const change = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const typed = groupWhileTyping(value, { text: target.value, caret: target.selectionStart ?? target.value.length })
    caret.current = typed.caret
    onValueChange(typed.text)
  }

  return (
    <span className="relative block">
      <span aria-hidden className="pointer-events-none absolute inset-y-0 left-3.5 flex items-center text-base text-muted md:text-sm">
        {prefix}
      </span>
      <Input
        {...props}
        ref={input}
        dir="ltr"
        inputMode="numeric"
        autoComplete="off"
        value={value}
        onChange={change}
        onBlur={(event) => {
          const tidy = tidyPrice(value)
          if (tidy !== value) onValueChange(tidy)
          onBlur?.(event)
        }}
        className={cn(prefix.length > 2 ? 'pl-13' : 'pl-11', 'tabular-nums', className)}
      />
    </span>
  )
}
