'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import type { StepState, VerificationStep } from '@/lib/verification/views'

const TONES = { open: 'neutral', waiting: 'accent', attention: 'warn', done: 'ok' } as const satisfies Record<StepState, Tone>

/** A step, where it stands, and why. */
export function StepCard({ name, state, reason, children }: { name: VerificationStep; state: StepState; reason: string; children: ReactNode }) {
  const t = useTranslations('verification')
  return (
    <li className="rounded-lg border bg-card p-4 md:p-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id={`step-${name}`} className="text-base font-semibold">{t(`${name}.title`)}</h2>
        <StateBadge state={state} />
      </div>
      <p className="mt-1 text-base wrap-anywhere text-muted md:text-sm">{reason}</p>
      <div className="mt-4">{children}</div>
    </li>
  )
}

export function StateBadge({ state }: { state: StepState }) {
  const t = useTranslations('verification.states')
  return <Badge tone={TONES[state]}>{t(state)}</Badge>
}
