import type { ReactNode } from 'react'

/** Text as a machine wrote it. Long lines break; long texts scroll, by keys too. */
export function CodeBlock({ label, children }: { label: string; children: ReactNode }) {
  return (
    <pre role="region" aria-label={label} tabIndex={0} dir="ltr" className="max-h-96 overflow-y-auto rounded-md bg-subtle px-3 py-2.5 font-mono text-xs wrap-anywhere whitespace-pre-wrap">
      {children}
    </pre>
  )
}
