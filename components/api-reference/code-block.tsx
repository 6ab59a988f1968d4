import { Copy } from 'lucide-react'

/** Code that scrolls inside its frame. Its button works once the page's script does, and is hidden until then. */
export function CodeBlock({ label, copy, copied, children }: { label: string; copy: string; copied: string; children: string }) {
  return (
    <div data-code className="relative min-w-0">
      <pre role="region" aria-label={label} tabIndex={0} dir="ltr" className="max-h-120 overflow-auto rounded-md border bg-subtle p-3 pr-20 font-mono text-xs leading-5">
        <code>{children}</code>
      </pre>
      <button
        type="button"
        data-copy
        data-copied-label={copied}
        aria-label={`${copy}: ${label}`}
        className="absolute top-2 right-2 hidden h-8 items-center gap-1.5 rounded-sm border border-line-strong bg-card px-2 text-xs font-semibold group-data-ready/reference:inline-flex"
      >
        <Copy aria-hidden className="size-3.5" />
        <span data-copy-text>{copy}</span>
      </button>
    </div>
  )
}
