'use client'

import { useState } from 'react'
import { EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Card, CardTitle } from '@/components/ui/card'
import { SecretValue } from './secret-value'
import { ServerKeyDialog } from './server-key-dialog'

/** The key that `signature_key` is made with, for code that was written for Midtrans. */
export function ServerKeyCard() {
  const t = useTranslations('webhooks.serverKey')
  const [key, setKey] = useState<string | null>(null)
  return (
    <Card className="mt-4">
      <CardTitle>{t('title')}</CardTitle>
      <p className="mt-1 max-w-2xl text-base text-muted md:text-sm">{t.rich('text', { code: (name) => <code className="text-ink">{name}</code> })}</p>
      {key !== null && (
        <div className="mt-3 max-w-2xl">
          <SecretValue value={key} copyName={t('copy')} />
          <p className="mt-2 text-sm text-muted">{t('secret')}</p>
        </div>
      )}
      <div className="mt-4">
        {key === null ? (
          <ServerKeyDialog onReveal={setKey} />
        ) : (
          <Button variant="secondary" size="small" onClick={() => setKey(null)}>
            <EyeOff aria-hidden />
            {t('hide')}
          </Button>
        )}
      </div>
    </Card>
  )
}
