'use client'

import { useId, type ReactNode } from 'react'
import type { MessageKey } from '@/lib/platform/result'
import { cn } from './cn'
import { FieldError } from './field'

type FieldSetProps = { legend: ReactNode; hint?: ReactNode; error?: MessageKey | undefined; className?: string; children: ReactNode }

/** Several choices under one question: radios, checkboxes. */
export function FieldSet({ legend, hint, error, className, children }: FieldSetProps) {
  const id = useId()
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined
  return (
    <fieldset className={cn('min-w-0', className)} aria-describedby={describedBy}>
      <legend className="text-sm font-semibold">{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-sm text-muted">
          {hint}
        </p>
      )}
      <div className="mt-2 flex flex-col gap-1">{children}</div>
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  )
}
