'use client'

import type { ComponentProps, ReactNode } from 'react'
import { ChoiceRow } from './choice-row'
import { BareInput } from './input'

type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'role'> & { label: ReactNode; hint?: ReactNode }

export function Switch({ label, hint, className, ...props }: SwitchProps) {
  const control = (
    <span className="relative inline-flex shrink-0 items-center">
      <BareInput
        type="checkbox"
        role="switch"
        className="peer h-6 w-10 appearance-none rounded-full bg-muted transition-colors checked:bg-accent"
        {...props}
      />
      <span aria-hidden className="pointer-events-none absolute left-0.5 size-5 rounded-full bg-card transition-transform peer-checked:translate-x-4" />
    </span>
  )
  return <ChoiceRow control={control} label={label} hint={hint} className={className} />
}
