'use client'

import { useId, type ReactNode } from 'react'
import { CircleAlert } from 'lucide-react'
import type { MessageKey } from '@/lib/platform/result'
import { cn } from './cn'
import { useErrorText } from './error-text'
import { Label } from './label'

export type FieldControl = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  /** A key of `errors`, as zod and the server's actions give it. */
  error?: MessageKey | undefined
  /** What is said for `error` where its text knows less: which word it is about, say. */
  errorText?: string | undefined
  /** Stands at the label's right: "available", "optional". */
  aside?: ReactNode
  className?: string
  /** `<Input {...control} {...register('name')} />` */
  children: (control: FieldControl) => ReactNode
}

/** A control with its name, a hint and its error, wired so that a screen reader says them together. */
export function Field({ label, hint, error, errorText, aside, className, children }: FieldProps) {
  const id = useId()
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined
  return (
    <div className={cn('flex min-w-0 flex-col gap-1.5', className)}>
      <div className="flex items-baseline justify-between gap-3">
        <Label htmlFor={id}>{label}</Label>
        {aside && <div className="text-sm text-muted">{aside}</div>}
      </div>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined })}
      <FieldError id={`${id}-error`} error={error} text={errorText} />
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
    </div>
  )
}

export function FieldError({ id, error, text }: { id: string; error: MessageKey | undefined; text?: string | undefined }) {
  const { textOf } = useErrorText()
  if (!error) return null
  return (
    <p id={id} role="alert" className="flex items-start gap-1.5 text-sm text-bad">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {text ?? textOf(error)}
    </p>
  )
}
