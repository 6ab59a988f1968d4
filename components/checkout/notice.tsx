import type { ReactNode } from 'react'

type Props = { tone: 'warn' | 'ok'; isAlert?: boolean; hasFocus?: boolean; children: ReactNode }

const TONES = { warn: 'bg-warn-soft text-warn', ok: 'bg-ok-soft text-ok' } as const

/** One sentence about what just happened, above everything else. */
export function Notice({ tone, isAlert = false, hasFocus = false, children }: Props) {
  return (
    <div
      role={isAlert ? 'alert' : undefined}
      tabIndex={hasFocus ? -1 : undefined}
      autoFocus={hasFocus || undefined}
      className={`${TONES[tone]} rounded-xl p-4 text-sm font-medium`}
    >
      {children}
    </div>
  )
}
