'use client'

import { CircleCheck } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Card, CardTitle } from '@/components/ui/card'
import { SecretValue } from '@/components/ui/secret-value'
import { secretQuery } from './webhook-queries'

/** Right after a webhook was made: its secret, and what to do with it. Gone with a reload; the secret can be asked for below. */
export function CreatedNotice({ id }: { id: string }) {
  const t = useTranslations('webhooks')
  const { data } = useQuery({ ...secretQuery(id), enabled: false })
  if (!data) return null
  return (
    <Card className="mb-4 border-accent">
      <CardTitle className="flex items-center gap-2">
        <CircleCheck aria-hidden className="size-5 shrink-0 text-ok" />
        {t('created.title')}
      </CardTitle>
      <ol className="mt-3 flex list-decimal flex-col gap-3 pl-5 text-base md:text-sm">
        <li>
          {t('created.secret')}
          <div className="mt-2 -ml-5 max-w-xl">
            <SecretValue value={data.secret} copyName={t('secret.copy')} />
          </div>
        </li>
        <li>{t('created.test')}</li>
      </ol>
    </Card>
  )
}
