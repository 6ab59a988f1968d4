import type { ReactNode } from 'react'

/** A text with `code` in it, paragraph by paragraph; one whose lines begin with a hyphen is a list. */
export function Prose({ children, className }: { children: string; className?: string }) {
  return (
    <div className={className ?? 'space-y-3'}>
      {children.split(/\n{2,}/).map((paragraph, index) => (paragraph.startsWith('- ') ? <List key={index}>{paragraph}</List> : <p key={index}><Inline>{paragraph}</Inline></p>))}
    </div>
  )
}

function List({ children }: { children: string }) {
  return (
    <ul className="list-disc space-y-1 pl-5">
      {children.split('\n').map((line, index) => (
        <li key={index}><Inline>{line.replace(/^- /, '')}</Inline></li>
      ))}
    </ul>
  )
}

export function Inline({ children }: { children: string }): ReactNode {
  return children.split('`').map((part, index) => (index % 2 === 1 ? <Code key={index}>{part}</Code> : part))
}

export function Code({ children }: { children: ReactNode }) {
  return <code className="rounded-sm bg-subtle px-1 py-0.5 font-mono text-[0.875em] wrap-anywhere">{children}</code>
}
