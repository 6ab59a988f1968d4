'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { useCustomFields } from '@/components/shell/use-custom-fields'
import { Card, CardTitle } from '@/components/ui/card'
import type { LinkDetails } from '@/lib/link/views'

const PAGES = ['finish', 'unfinish', 'error'] as const

/** What only the API can say of a link; nothing for a link without any of it. */
export function LinkApiFacts({ link: { redirects, notificationUrls, customFields, metadata } }: { link: LinkDetails }) {
  const t = useTranslations('links.api')
  const fields = useCustomFields(customFields)
  const { override, append } = notificationUrls ?? {}
  const facts = [
    ...PAGES.flatMap((page) => (redirects?.[page] === undefined ? [] : [{ key: page, label: t(`redirects.${page}`), value: <Address url={redirects[page]} /> }])),
    ...(override?.length ? [{ key: 'override', label: t('override'), value: <Addresses urls={override} hint={t('overrideHint')} /> }] : []),
    ...(append?.length ? [{ key: 'append', label: t('append'), value: <Addresses urls={append} hint={t('appendHint')} /> }] : []),
    ...fields.map(({ name, label, value }) => ({ key: name, label, value: <bdi>{value}</bdi> })),
  ]
  const isEmpty = metadata === null || metadata === undefined
  if (facts.length === 0 && isEmpty) return null
  return (
    <Card className="mt-4">
      <CardTitle>{t('title')}</CardTitle>
      <dl className="mt-3">
        {facts.map(({ key, label, value }) => (
          <div key={key} className="flex flex-wrap justify-between gap-x-6 gap-y-0.5 border-t py-3 text-sm">
            <dt className="text-muted">{label}</dt>
            <dd className="ml-auto max-w-full min-w-0 text-right wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      {!isEmpty && (
        <details className="border-t pt-1 text-sm">
          <summary className="min-h-11 cursor-pointer py-3 font-semibold text-accent">{t('metadata')}</summary>
          <pre tabIndex={0} role="region" aria-label={t('metadata')} dir="ltr" className="max-h-96 overflow-y-auto rounded-md bg-subtle px-3 py-2.5 font-mono text-xs wrap-anywhere whitespace-pre-wrap">
            {JSON.stringify(metadata, null, 2)}
          </pre>
        </details>
      )}
    </Card>
  )
}

/** Never a link: what a program stored is shown, not followed. */
function Address({ url }: { url: string | undefined }) {
  return <code dir="ltr" className="text-xs">{url}</code>
}

function Addresses({ urls, hint }: { urls: string[]; hint: ReactNode }) {
  return (
    <>
      {urls.map((url) => (
        <span key={url} className="block">
          <Address url={url} />
        </span>
      ))}
      <span className="block text-xs text-muted">{hint}</span>
    </>
  )
}
