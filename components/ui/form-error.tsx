'use client'

import { CircleAlert } from 'lucide-react'
import type { AppError } from '@/lib/platform/result'
import { useErrorText } from './error-text'

/** What went wrong with a form as a whole. */
export function FormError({ error }: { error: AppError | null }) {
  const { describe } = useErrorText()
  if (!error) return null
  return (
    <p role="alert" className="flex items-start gap-2 rounded-md bg-bad-soft px-3.5 py-3 text-sm text-bad">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {describe(error)}
    </p>
  )
}
