'use client'

import { useOptimistic, useState, useTransition } from 'react'
import { useTranslations } from 'next-intl'
import { FormError } from '@/components/ui/form-error'
import { Switch } from '@/components/ui/switch'
import { switchLetterAction } from '@/lib/email/texts/actions'
import { OPTIONAL_LETTERS, type CustomerLetter } from '@/lib/email/texts/letters'
import type { AppError } from '@/lib/platform/result'

/** Whether customers are sent this letter; for the few that must arrive, why there is no choice. */
export function LetterSwitch({ letter, isMuted }: { letter: CustomerLetter; isMuted: boolean }) {
  const t = useTranslations('letters')
  const [isOn, setIsOn] = useState(!isMuted)
  const [shown, show] = useOptimistic(isOn)
  const [error, setError] = useState<AppError | null>(null)
  const [isPending, startTransition] = useTransition()
  const optional = OPTIONAL_LETTERS.find((name) => name === letter)
  if (!optional) return <p className="text-base text-muted md:text-sm">{t('alwaysSent')}</p>
  const change = (wanted: boolean) =>
    startTransition(async () => {
      show(wanted)
      const result = await switchLetterAction({ letter: optional, isOn: wanted }).catch(() => ({ ok: false, error: { kind: 'unexpected' } }) as const)
      setError(result.ok ? null : result.error)
      if (result.ok) setIsOn(wanted)
    })
  return (
    <div>
      <Switch label={t('isSent')} hint={t('isSentHint')} checked={shown} disabled={isPending} onChange={(event) => change(event.currentTarget.checked)} />
      <FormError error={error} />
    </div>
  )
}
