'use client'

import { useTransition } from 'react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { Button } from '@/components/ui/button'
import { useErrorText } from '@/components/ui/error-text'
import { RelativeTime } from '@/components/ui/relative-time'
import { sendEmailConfirmationAction } from '@/lib/verification/actions'
import type { EmailStanding, StepReason } from '@/lib/verification/views'

type Props = { standing: EmailStanding; reason: StepReason['email']; canSend: boolean }

export function EmailStep({ standing: { isConfirmed, sentAt }, reason, canSend }: Props) {
  const t = useTranslations('verification.email')
  const router = useRouter()
  const { describe } = useErrorText()
  const [isPending, startTransition] = useTransition()
  if (isConfirmed) return null
  const send = () =>
    startTransition(async () => {
      const result = await sendEmailConfirmationAction({}).catch(() => null)
      if (result?.ok) toast.success(t(canSend ? 'sent' : 'kept'))
      else toast.error(describe(result?.error ?? { kind: 'unexpected' }))
      router.refresh()
    })
  return (
    <div className="flex flex-col items-start gap-3">
      {!canSend && <p className="rounded-md bg-warn-soft px-3.5 py-3 text-base text-warn md:text-sm">{t('noServer')}</p>}
      {reason === 'sent' && sentAt && <p className="text-base text-muted md:text-sm">{t.rich(canSend ? 'sentAt' : 'keptAt', { when: () => <RelativeTime at={sentAt} /> })}</p>}
      <Button variant={reason === 'sent' ? 'secondary' : 'primary'} pending={isPending} onClick={send} className="max-md:w-full">
        {t(reason === 'notSent' ? 'send' : 'sendAgain')}
      </Button>
    </div>
  )
}
