'use client'

import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { AppFailure } from '@/components/shell/unwrap'
import { Button } from '@/components/ui/button'
import { Card, CardTitle } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { useErrorText } from '@/components/ui/error-text'
import { Skeleton } from '@/components/ui/skeleton'
import { usePush } from './use-push'

/** @param publicKey the server's key that this browser's push service asks for */
export function PushCard({ publicKey }: { publicKey: string }) {
  const t = useTranslations('news.device')
  const { describe } = useErrorText()
  const { standing, failed, retry, allow, stop, test } = usePush(publicKey)
  // What is not ours comes from the browser, which has no words for people.
  const onError = (error: Error) => toast.error(error instanceof AppFailure ? describe(error.error) : t('failed'))

  const control = () => {
    if (failed) return <ErrorState heading="h2" onRetry={retry} />
    if (!standing) return <Skeleton className="h-10 w-32" />
    switch (standing.kind) {
      case 'on':
        return (
          <>
            <p className="mb-3 flex items-center gap-1.5 text-sm font-semibold text-ok">
              <Check aria-hidden className="size-4" />
              {t('isOn')}
            </p>
            <div className="flex flex-wrap gap-2">
              <Button variant="secondary" pending={test.isPending} onClick={() => test.mutate(standing.endpoint, { onSuccess: () => toast(t('sent')), onError })}>
                {t('test')}
              </Button>
              <Button variant="ghost" pending={stop.isPending} onClick={() => stop.mutate(standing.endpoint, { onSuccess: () => toast(t('stopped')), onError })}>
                {t('stop')}
              </Button>
            </div>
          </>
        )
      case 'off':
        return (
          <Button
            variant="secondary"
            pending={allow.isPending}
            onClick={() => allow.mutate(undefined, { onSuccess: (isAllowed) => !isAllowed && toast(t('dismissed')), onError })}
          >
            {t('allow')}
          </Button>
        )
      default:
        return <p className="rounded-md bg-subtle px-3.5 py-3 text-sm">{t(standing.kind)}</p>
    }
  }

  return (
    <Card>
      <CardTitle>{t('title')}</CardTitle>
      <p className="mt-1 mb-4 text-base text-muted md:text-sm">{t('text')}</p>
      {control()}
    </Card>
  )
}
