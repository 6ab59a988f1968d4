'use client'

import type { ComponentProps, ReactNode } from 'react'
import { ChoiceRow } from './choice-row'
import { BareInput } from './input'

type RadioProps = Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; hint?: ReactNode }

/** One of several under a FieldSet; those that belong together share `name` (register gives it). */
export function Radio({ label, hint, className, ...props }: RadioProps) {
  const control = (
    <BareInput
      type="radio"
      className="size-5 shrink-0 appearance-none rounded-full border border-line-strong bg-card checked:border-[6px] checked:border-accent"
      {...props}
    />
  )
  return <ChoiceRow control={control} label={label} hint={hint} className={className} />
}
