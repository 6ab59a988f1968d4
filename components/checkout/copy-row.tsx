import type { ReactNode } from 'react'
import type { Wording } from '@/lib/i18n/wording'
import { CopyButton } from './copy-button'

type Props = { wording: Wording; label: string; shown: ReactNode; copied: string }

/** A number to type into another app: readable in groups, copied without them. */
export function CopyRow({ wording, label, shown, copied }: Props) {
  const { t } = wording
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 border-line p-4 not-first:border-t">
      <p className="min-w-0">
        <span className="block text-sm text-muted">{label}</span>
        <strong className="text-lg font-bold break-words tabular-nums select-all">{shown}</strong>
      </p>
      <CopyButton
        wording={wording}
        text={copied}
        label={t('instructions.copy')}
        accessibleName={`${t('instructions.copy')}: ${label}`}
        className="ms-auto flex min-h-11 items-center gap-2 rounded-md border border-line px-3 text-sm font-semibold"
      />
    </div>
  )
}
