'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useFormContext, useWatch } from 'react-hook-form'
import { DEFAULT_FIELDS, type LinkDefaultsContent } from '@/lib/link/defaults/content'
import { defaultsOf, emptyDraft, withContent, type LinkDraft } from '../link-draft'

const PLAIN = emptyDraft({ submissionId: '', orderId: '', slug: '' })

/** Says which values are the shop's own beginning, as long as they stand there. */
export function DefaultsNote({ defaults }: { defaults: LinkDefaultsContent }) {
  const t = useTranslations('editing')
  const { control } = useFormContext<LinkDraft>()
  const draft = useWatch({ control }) as LinkDraft
  const [now, begun, plain] = [defaultsOf(draft), defaultsOf(withContent(PLAIN, defaults)), defaultsOf(PLAIN)]
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const held = DEFAULT_FIELDS.filter((field) => isSame(now[field], begun[field]) && !isSame(begun[field], plain[field]))
  if (held.length === 0) return null
  return (
    <p className="-mt-3 text-sm text-muted">
      {t('defaults.note', { fields: held.map((field) => t(`start.fields.${field}`)).join(', ') })}{' '}
      <Link href="/settings/new-links" className="font-semibold text-accent underline-offset-2 hover:underline">
        {t('defaults.change')}
      </Link>
    </p>
  )
}
