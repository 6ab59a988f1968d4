'use client'

import { IntentLink } from '@/components/ui/intent-link'
import { RelativeTime } from '@/components/ui/relative-time'
import type { CallView } from '@/lib/api/call-log/views'
import { CallStatusBadge, Duration } from './call-status'

export function CallRow({ call: { id, method, path, status, durationMs, at, keyName } }: { call: CallView }) {
  return (
    <li className="border-t first:border-t-0">
      <IntentLink href={`/settings/developers/requests/${id}`} className="block px-4 py-3 -outline-offset-2 hover:bg-subtle/60 active:bg-subtle md:px-5">
        <span className="flex items-center justify-between gap-3">
          <span dir="ltr" className="min-w-0 truncate font-mono text-sm">
            <span className="font-semibold">{method}</span> {path}
          </span>
          <CallStatusBadge status={status} />
        </span>
        <span className="mt-1 flex items-baseline justify-between gap-3 text-sm text-muted">
          <span className="truncate">
            <Duration milliseconds={durationMs} /> · <bdi>{keyName}</bdi>
          </span>
          <RelativeTime at={at} />
        </span>
      </IntentLink>
    </li>
  )
}
