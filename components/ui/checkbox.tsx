'use client'

import type { ComponentProps, ReactNode } from 'react'
import { Check } from 'lucide-react'
import { ChoiceRow } from './choice-row'
import { BareInput } from './input'

type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; hint?: ReactNode }

/** A browser's own checkbox in our clothes: `register()` of react-hook-form works on it as it is. */
export function Checkbox({ label, hint, className, ...props }: CheckboxProps) {
  const control = (
    <span className="relative grid size-5 shrink-0 place-items-center">
      <BareInput type="checkbox" className="peer size-5 appearance-none rounded-sm border border-line-strong bg-card checked:border-accent checked:bg-accent" {...props} />
      <Check aria-hidden strokeWidth={3} className="pointer-events-none absolute hidden size-3.5 text-on-accent peer-checked:block" />
    </span>
  )
  return <ChoiceRow control={control} label={label} hint={hint} className={className} />
}
