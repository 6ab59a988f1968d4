import { Copy, LayoutTemplate } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { LinkDefaultsContent } from '@/lib/link/defaults/content'
import type { DroppedField } from '@/lib/link/start/read-content'

/** What a form began with, and what of it was left out. */
export type Start = { kind: 'copy' | 'template'; name: string; dropped: readonly (DroppedField | 'server')[] }

export type TemplatesProps = { defaults: LinkDefaultsContent; onStart: (start: Start | null) => void }

export function StartNote({ start: { kind, name, dropped } }: { start: Start }) {
  const t = useTranslations('editing.start')
  const Icon = kind === 'copy' ? Copy : LayoutTemplate
  return (
    <div role="status" className="flex items-start gap-3 rounded-md bg-accent-soft px-4 py-3 text-sm text-on-accent-soft">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 wrap-anywhere">
        <p>{t.rich(kind, { name: () => <bdi className="font-semibold">{name}</bdi> })}</p>
        {dropped.length > 0 && <p className="mt-0.5">{t('dropped', { fields: dropped.map((field) => t(`fields.${field}`)).join(', ') })}</p>}
      </div>
    </div>
  )
}
