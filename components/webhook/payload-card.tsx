'use client'

import { useTranslations } from 'next-intl'
import { Card, CardTitle } from '@/components/ui/card'
import { CodeBlock } from '@/components/ui/code-block'
import { CopyButton } from '@/components/ui/copy-button'

/** What was sent. Shown so that it can be read, copied byte for byte: its signature is over those bytes. */
export function PayloadCard({ payload }: { payload: string }) {
  const t = useTranslations('webhooks.delivery')
  return (
    <Card>
      <div className="-mt-1 mb-2 flex items-center justify-between gap-3">
        <CardTitle>{t('payload')}</CardTitle>
        <CopyButton text={payload} size="small" name={t('copyPayload')} />
      </div>
      <CodeBlock label={t('payload')}>{readable(payload)}</CodeBlock>
    </Card>
  )
}

function readable(payload: string): string {
  try {
    return JSON.stringify(JSON.parse(payload), null, 2)
  } catch {
    return payload
  }
}
