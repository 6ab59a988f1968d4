import { Check } from 'lucide-react'

/** A checkbox without words beside it, as large as a thumb. */
export function SelectBox({ name, checked, disabled = false, onChange }: { name: string; checked: boolean; disabled?: boolean; onChange: () => void }) {
  return (
    <label className="relative z-10 grid size-11 cursor-pointer place-items-center">
      <input type="checkbox" aria-label={name} checked={checked} disabled={disabled} onChange={onChange} className="peer size-5 appearance-none rounded-sm border border-line-strong bg-card checked:border-accent checked:bg-accent" />
      <Check aria-hidden strokeWidth={3} className="pointer-events-none absolute hidden size-3.5 text-on-accent peer-checked:block" />
    </label>
  )
}
