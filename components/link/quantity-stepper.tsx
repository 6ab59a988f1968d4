'use client'

import type { ComponentProps } from 'react'
import { Minus, Plus } from 'lucide-react'
import { Input } from '@/components/ui/input'

type QuantityStepperProps = Omit<ComponentProps<typeof Input>, 'value' | 'onChange'> & {
  value: string
  onValueChange: (value: string) => void
  lessLabel: string
  moreLabel: string
}

const stepClasses =
  'absolute top-0 grid h-full w-11 place-items-center rounded-md text-muted hover:text-ink disabled:cursor-not-allowed disabled:opacity-40 [&_svg]:size-4'

/** A whole number with a button on either side; it can be typed too. */
export function QuantityStepper({ value, onValueChange, lessLabel, moreLabel, ...props }: QuantityStepperProps) {
  const count = /^\d{1,6}$/.test(value.trim()) ? Number(value) : 1
  return (
    <span className="relative block">
      <button type="button" className={`${stepClasses} left-0`} aria-label={lessLabel} disabled={count <= 1} onClick={() => onValueChange(String(count - 1))}>
        <Minus aria-hidden />
      </button>
      <Input
        {...props}
        dir="ltr"
        inputMode="numeric"
        autoComplete="off"
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        className="px-11 text-center tabular-nums"
      />
      <button type="button" className={`${stepClasses} right-0`} aria-label={moreLabel} disabled={count >= 999_999} onClick={() => onValueChange(String(count + 1))}>
        <Plus aria-hidden />
      </button>
    </span>
  )
}
