import type { AppError, Result } from '@/lib/platform/result'

/** A refusal as react-query wants it: thrown. */
export class AppFailure extends Error {
  override name = 'AppFailure'
  readonly error: AppError

  constructor(error: AppError) {
    super(error.kind)
    this.error = error
  }
}

/** For query functions: the value of a server action's answer, or its error thrown. */
export async function unwrap<Value>(answer: Promise<Result<Value>>): Promise<Value> {
  const result = await answer
  if (!result.ok) throw new AppFailure(result.error)
  return result.value
}

/** The error kind of something that a query threw; a lost connection counts as unexpected. */
export function failureKind(error: unknown): AppError['kind'] {
  return error instanceof AppFailure ? error.error.kind : 'unexpected'
}
