'use client'

import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { CircleCheck, Info } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { Card, CardTitle } from '@/components/ui/card'
import { useErrorText } from '@/components/ui/error-text'
import { removeSmsProviderAction } from '@/lib/sms/actions'
import type { SmsProviderView } from '@/lib/sms/views'
import { ProviderForm } from './provider-form'
import { TestSms } from './test-sms'

/** How this shop's texts reach phones. */
export function SmsSettings({ provider }: { provider: SmsProviderView | null }) {
  const t = useTranslations('sending.provider')
  const Icon = provider ? CircleCheck : Info
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      <Card>
        <p className="text-base text-muted md:text-sm">{t('text')}</p>
        <p role="note" className={`mt-3 mb-5 flex items-start gap-2.5 rounded-md px-3.5 py-3 text-sm ${provider ? 'bg-ok-soft text-ok' : 'bg-subtle text-ink'}`}>
          <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0 wrap-anywhere">{provider ? t('on', { host: URL.parse(provider.url)?.host ?? provider.url }) : t('off')}</span>
        </p>
        <ProviderForm key={JSON.stringify(provider)} provider={provider} />
      </Card>
      {provider && (
        <Card>
          <CardTitle>{t('test.title')}</CardTitle>
          <p className="mt-1 mb-4 text-base text-muted md:text-sm">{t('test.text')}</p>
          <TestSms />
        </Card>
      )}
      {provider && <RemoveProvider />}
    </div>
  )
}

function RemoveProvider() {
  const t = useTranslations('sending.provider')
  const router = useRouter()
  const { describe } = useErrorText()
  const [isAsking, setIsAsking] = useState(false)
  const [isPending, setIsPending] = useState(false)
  const remove = async () => {
    setIsPending(true)
    const result = await removeSmsProviderAction({}).catch(() => ({ ok: false, error: { kind: 'unexpected' } }) as const)
    setIsPending(false)
    setIsAsking(false)
    if (!result.ok) {
      toast.error(describe(result.error))
      return
    }
    toast.success(t('removed'))
    router.refresh()
  }
  return (
    <>
      <Button variant="ghost" className="self-start text-bad" onClick={() => setIsAsking(true)}>
        {t('remove')}
      </Button>
      <AlertDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={t('removeTitle')}
        description={t('removeText')}
        cancelLabel={t('keep')}
        confirmLabel={t('remove')}
        danger
        pending={isPending}
        onConfirm={() => void remove()}
      />
    </>
  )
}
