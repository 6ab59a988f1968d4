import { get, type FieldPath, type FieldValues, type UseFormReturn } from 'react-hook-form'

/**
 * `register` for a text field of a form that begins filled in: its value is in the server's HTML already, not only once the scripts
 * have come. For text alone: React would set a switch or a select back to it and lose what was chosen early.
 */
export function registerText<Input extends FieldValues, Output>({ register, formState }: Pick<UseFormReturn<Input, unknown, Output>, 'register' | 'formState'>, name: FieldPath<Input>) {
  return { ...register(name), defaultValue: get(formState.defaultValues, name) as string }
}
