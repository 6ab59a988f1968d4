import type { InputHTMLAttributes } from 'react'

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id' | 'className'> & {
  name: string
  label: string
  note?: string | undefined
  error?: string | undefined
  /** Ids of further text that explains the field. */
  describedBy?: string
}

/** A labelled field with its message beside it, one called by the other. */
export function TextField({ name, label, note, error, describedBy, ...attributes }: Props) {
  const errorId = `${name}-error`
  const ids = [error && errorId, describedBy].filter(Boolean).join(' ')
  return (
    <div className="mt-3">
      <label htmlFor={name} className="block text-sm font-medium">
        {label}
        {note && <span className="font-normal text-muted"> ({note})</span>}
      </label>
      <input
        id={name}
        name={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={ids || undefined}
        className="mt-1 block min-h-12 w-full rounded-md border border-muted bg-card px-3 aria-[invalid]:border-2 aria-[invalid]:border-bad"
        {...attributes}
      />
      {error && <p id={errorId} className="mt-1 text-sm text-bad">{error}</p>}
    </div>
  )
}
