import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import type { LinkStatus } from '@/lib/link/status'

const TONES = {
  active: 'ok',
  scheduled: 'accent',
  soldOut: 'warn',
  paused: 'neutral',
  expired: 'neutral',
  deleted: 'bad',
} as const satisfies Record<LinkStatus, Tone>

export function LinkStatusBadge({ status }: { status: LinkStatus }) {
  const t = useTranslations('links.status')
  return <Badge tone={TONES[status]}>{t(status)}</Badge>
}
