'use client'

import { useState } from 'react'
import { useForm as useHookForm, type FieldValues, type UseFormProps, type UseFormReturn } from 'react-hook-form'

/**
 * `useForm` of react-hook-form, whose fields stand filled in the page as the server sends it: by itself it fills them once its
 * scripts have come, and on a slow phone a setting would look empty until then.
 */
export function useForm<Input extends FieldValues = FieldValues, Context = unknown, Output = Input>(props: UseFormProps<Input, Context, Output>): UseFormReturn<Input, Context, Output> {
  const form = useHookForm<Input, Context, Output>(props)
  // The form is one object for as long as it lives; so it is filled in one place, once.
  useState(() => fillFields(form))
  return form
}

function fillFields<Input extends FieldValues, Context, Output>(form: UseFormReturn<Input, Context, Output>): void {
  const { register } = form
  form.register = (name, options) => ({ ...register(name, options), ...filledWith(form.getValues(name)) })
}

/** Nothing for several boxes of one name: react-hook-form reads a ticked one before it knows of the others. */
function filledWith(value: unknown): { defaultValue?: string; defaultChecked?: true } {
  if (typeof value === 'string' && value !== '') return { defaultValue: value }
  return value === true ? { defaultChecked: true } : {}
}
