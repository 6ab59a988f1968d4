'use client'

import { useRef, useState, useTransition, type BaseSyntheticEvent } from 'react'
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'
import type { AppError, Result } from '@/lib/platform/result'

type FormAction<Output extends FieldValues, Value> = {
  /** Sends the parsed values to a server action. */
  send: (values: Output) => Promise<Result<Value>>
  /** Runs as a transition: the form stays busy until the page that it leads to is there. */
  onSuccess: (value: Value) => void
}

/**
 * A form's way to its server action and back: errors go beside their fields and the first one gets
 * the focus; what belongs to no field is `formError`. Everything typed stays.
 */
export function useFormAction<Input extends FieldValues, Output extends FieldValues, Value>(
  form: UseFormReturn<Input, unknown, Output>,
  { send: sendValues, onSuccess }: FormAction<Output, Value>,
) {
  const [formError, setFormError] = useState<AppError | null>(null)
  const [isLeaving, startTransition] = useTransition()
  // Two clicks can come before the button has been drawn as busy.
  const isSending = useRef(false)
  const isPending = form.formState.isSubmitting || isLeaving

  const send = async (values: Output) => {
    setFormError(null)
    const result = await sendValues(values).catch((): Result<Value> => ({ ok: false, error: { kind: 'unexpected' } }))
    if (result.ok) {
      startTransition(() => onSuccess(result.value))
      return
    }
    const ownErrors = result.error.kind === 'invalid' ? Object.entries(result.error.fields).filter(([path]) => isFieldOf(form, path)) : []
    ownErrors.forEach(([path, message], index) => form.setError(path as FieldPath<Input>, { type: 'server', message }, { shouldFocus: index === 0 }))
    if (ownErrors.length === 0) setFormError(result.error)
  }

  const submit = async (event: BaseSyntheticEvent) => {
    event.preventDefault()
    if (isLeaving || isSending.current) return
    isSending.current = true
    await form.handleSubmit(send)(event).finally(() => (isSending.current = false))
  }

  return { submit, formError, isPending }
}

function isFieldOf<Input extends FieldValues, Output extends FieldValues>(form: UseFormReturn<Input, unknown, Output>, path: string): boolean {
  return path !== '' && form.getValues(path as FieldPath<Input>) !== undefined
}
