import type { ReactNode } from 'react'
import { cn } from './cn'

/** The label around a checkbox, radio or switch: the whole row is its touch target. */
export function ChoiceRow({ control, label, hint, className }: { control: ReactNode; label: ReactNode; hint?: ReactNode; className?: string | undefined }) {
  return (
    <label className={cn('flex min-h-11 items-center gap-3 py-1.5 text-base has-disabled:opacity-55 md:min-h-9 md:text-sm', className)}>
      {control}
      <span className="min-w-0">
        <span className="block">{label}</span>
        {hint && <span className="block text-sm text-muted">{hint}</span>}
      </span>
    </label>
  )
}
