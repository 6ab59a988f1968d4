import type { Wording } from '@/lib/i18n/wording'
import { Icon } from './icon'

type Props = {
  wording: Wording
  /** What lands on the clipboard. */
  text: string
  label: string
  /** Said to a screen reader when `label` alone does not tell what is copied. */
  accessibleName?: string
  className: string
}

export function CopyButton({ wording, text, label, accessibleName, className }: Props) {
  return (
    <button type="button" data-copy={text} data-copied={wording.t('instructions.copied')} aria-label={accessibleName} className={`script-only screen-only ${className}`}>
      <Icon name="copy" className="size-4" />
      <span data-label="">{label}</span>
    </button>
  )
}
