import type { Method } from '@/lib/api/endpoint'
import { cn } from '@/components/ui/cn'

const TONES: Record<Method, string> = { GET: 'bg-ok-soft text-ok', POST: 'bg-accent-soft text-on-accent-soft', PATCH: 'bg-warn-soft text-warn', DELETE: 'bg-bad-soft text-bad' }

export function MethodBadge({ method, className }: { method: Method; className?: string }) {
  return <span className={cn('inline-block w-14 shrink-0 rounded-sm py-0.5 text-center font-mono text-xs font-semibold', TONES[method], className)}>{method}</span>
}
