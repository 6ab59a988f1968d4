'use client'

import { CopyButton } from '@/components/ui/copy-button'

/** Something secret that a seller has asked to see. */
export function SecretValue({ value, copyName }: { value: string; copyName: string }) {
  return (
    <div className="flex items-center gap-2 rounded-md bg-subtle py-0.5 pr-0.5 pl-3">
      <code className="min-w-0 flex-1 py-2 text-sm wrap-anywhere select-all">{value}</code>
      <CopyButton text={value} iconOnly variant="ghost" name={copyName} />
    </div>
  )
}
