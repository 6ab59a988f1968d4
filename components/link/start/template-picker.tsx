'use client'

import { lazy } from 'react'
import { LayoutTemplate } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { OnFirstUse } from '@/components/ui/on-first-use'
import type { TemplatesProps } from './start-note'

const OpenedTemplates = lazy(async () => ({ default: (await import('./opened-templates')).OpenedTemplates }))

/** Forms that the shop keeps under names: begin with one, or keep this one. */
export function TemplatePicker(props: TemplatesProps) {
  const t = useTranslations('editing.templates')
  const button = (
    <Button variant="ghost" className="absolute -top-1 right-0 -mr-3 px-3 text-sm text-accent">
      <LayoutTemplate aria-hidden />
      {t('title')}
    </Button>
  )
  return <OnFirstUse opens="dialog" opened={<OpenedTemplates {...props}>{button}</OpenedTemplates>}>{button}</OnFirstUse>
}
