'use client'

import { BookOpen, FileJson } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useShop } from '@/components/shell/shop-context'
import { buttonVariants } from '@/components/ui/button-variants'
import { Card, CardTitle } from '@/components/ui/card'
import { CodeBlock } from '@/components/ui/code-block'
import { CopyButton } from '@/components/ui/copy-button'
import { SecretValue } from '@/components/ui/secret-value'

/** The shortest way to a first link made by a program: it can be run again and again, each time with an order ID of its own. */
const sampleFor = (appUrl: string) => `curl ${appUrl}/v1/payment-links \\
  -u 'SERVER_KEY:' \\
  -H 'Content-Type: application/json' \\
  -d '{"transaction_details": {"order_id": "API-'$(date +%s)'", "gross_amount": 20000}}'`

export function QuickStart() {
  const t = useTranslations('developers.start')
  const { appUrl } = useShop()
  const sample = sampleFor(appUrl)
  return (
    <Card>
      <CardTitle>{t('title')}</CardTitle>
      <p className="mt-1 text-base text-muted md:text-sm">{t('text')}</p>
      <p className="mt-4 mb-1.5 text-sm font-semibold">{t('baseUrl')}</p>
      <SecretValue value={appUrl} copyName={t('copyBaseUrl')} />
      <div className="mt-4 mb-1.5 flex items-center justify-between gap-3">
        <p className="text-sm font-semibold">{t('sample')}</p>
        <CopyButton text={sample} size="small" name={t('copySample')} />
      </div>
      <CodeBlock label={t('sample')}>{sample}</CodeBlock>
      <p className="mt-2 text-sm text-muted">{t('sampleHint')}</p>
      <div className="mt-4 flex flex-wrap gap-2">
        <a href="/docs/api" className={buttonVariants({ variant: 'secondary' })}>
          <BookOpen aria-hidden />
          {t('reference')}
        </a>
        <a href="/openapi.json" className={buttonVariants({ variant: 'secondary' })}>
          <FileJson aria-hidden />
          {t('openapi')}
        </a>
      </div>
    </Card>
  )
}
