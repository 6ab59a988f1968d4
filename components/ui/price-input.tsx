'use client'

import { useLayoutEffect, useRef, type ChangeEvent, type ComponentProps } from 'react'
import { DEFAULT_CURRENCY, exponentOf, type Currency } from '@/lib/money/money'
import { cn } from './cn'
import { Input } from './input'
import { groupWhileTyping, tidyPrice } from './group-while-typing'

type PriceInputProps = Omit<ComponentProps<typeof Input>, 'value' | 'onChange' | 'ref'> & {
  value: string
  onValueChange: (value: string) => void
  /** Stands in front of the amount: the currency. */
  prefix: string
  /** Whose decimals the amount may have; absent: rupiah. */
  currency?: Currency
}

/**
 * A price that gets its thousands dots while it is typed, the caret staying where it is. With decimals a
 * separator may be either thing until the field is left, so only then is it made tidy.
 */
export function PriceInput({ value, onValueChange, onBlur, prefix, currency = DEFAULT_CURRENCY, className, ...props }: PriceInputProps) {
  const input = useRef<HTMLInputElement>(null)
  const caret = useRef<number | null>(null)

  // React puts the caret at the end when a value comes back changed.
  useLayoutEffect(() => {
    if (caret.current === null) return
    input.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  })

  const change = ({ target }: ChangeEvent<HTMLInputElement>) => {
    if (currency !== 'IDR') {
      onValueChange(target.value)
      return
    }
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
        inputMode={exponentOf(currency) === 0 ? 'numeric' : 'decimal'}
        autoComplete="off"
        value={value}
        onChange={change}
        onBlur={(event) => {
          const tidy = tidyPrice(value, currency)
          if (tidy !== value) onValueChange(tidy)
          onBlur?.(event)
        }}
        className={cn(prefix.length > 3 ? 'pl-16' : prefix.length > 2 ? 'pl-13' : 'pl-11', 'tabular-nums', className)}
      />
    </span>
  )
}
