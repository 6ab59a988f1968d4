'use client'

import { useState } from 'react'
import { Eye, EyeOff } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { AppFailure } from '@/components/shell/unwrap'
import { Button } from '@/components/ui/button'
import { Card, CardTitle } from '@/components/ui/card'
import { ExactTime } from '@/components/ui/exact-time'
import { FormError } from '@/components/ui/form-error'
import { SecretValue } from '@/components/ui/secret-value'
import type { EndpointView } from '@/lib/webhook/views'
import { RotateSecretDialog } from './rotate-secret-dialog'
import { secretQuery } from './webhook-queries'

/** What the receiver checks signatures with: hidden until it is asked for. */
export function SecretCard({ endpoint: { id, previousSecretExpiresAt } }: { endpoint: EndpointView }) {
  const t = useTranslations('webhooks.secret')
  const [isShown, setIsShown] = useState(false)
  const { data, error, isFetching, refetch } = useQuery({ ...secretQuery(id), enabled: isShown })
  const toggle = () => {
    // A switch from hidden to hidden, after a failure, would ask nobody again.
    if (isShown && error) void refetch()
    else setIsShown(!isShown)
  }
  const isOpen = isShown && data !== undefined

  return (
    <Card>
      <CardTitle>{t('title')}</CardTitle>
      <p className="mt-1 text-base text-muted md:text-sm">{t('text')}</p>
      {isOpen && (
        <div className="mt-3 flex flex-col gap-2">
          <SecretValue value={data.secret} copyName={t('copy')} />
          {data.previousSecret && (
            <>
              <p className="mt-1 text-sm font-semibold">{t('previous')}</p>
              <SecretValue value={data.previousSecret} copyName={t('copyPrevious')} />
            </>
          )}
        </div>
      )}
      {previousSecretExpiresAt && <p className="mt-3 text-sm text-muted">{t.rich('previousUntil', { time: () => <ExactTime at={previousSecretExpiresAt} /> })}</p>}
      {isShown && error && (
        <div className="mt-3">
          <FormError error={error instanceof AppFailure ? error.error : { kind: 'unexpected' }} />
        </div>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button variant="secondary" size="small" pending={isShown && isFetching && !data} onClick={toggle}>
          {isOpen ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          {isOpen ? t('hide') : t('show')}
        </Button>
        <RotateSecretDialog id={id} onDone={() => setIsShown(true)} />
      </div>
    </Card>
  )
}
