'use client'

import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { KeyRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { useShop } from '@/components/shell/shop-context'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { Card, CardTitle } from '@/components/ui/card'
import { CodeBlock } from '@/components/ui/code-block'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { ExactTime } from '@/components/ui/exact-time'
import { Fold } from '@/components/ui/fold'
import { SecretValue } from '@/components/ui/secret-value'
import { removeMoneySecretAction, rotateMoneySecretAction } from '@/lib/money-in/actions'
import type { MoneyAccount } from '@/lib/money-in/views'
import { curlSample } from './curl-sample'
import { useMoneyChange } from './use-money-change'

/** Where a robot or a phone may post an account's money, and the secret it signs with, shown once. */
export function EndpointCard({ account: { id, label, name, secretChangedAt, lastReceivedAt } }: { account: MoneyAccount }) {
  const t = useTranslations('money.endpoint')
  const common = useTranslations('common')
  const { appUrl } = useShop()
  const router = useRouter()
  const [secret, setSecret] = useState<string | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const [isRemoving, setIsRemoving] = useState(false)
  const rotate = useMoneyChange(rotateMoneySecretAction, (made) => {
    setSecret(made.secret)
    setIsAsking(false)
    router.refresh()
  })
  const remove = useMoneyChange(removeMoneySecretAction, () => {
    setSecret(null)
    setIsRemoving(false)
    toast.success(t('removed'))
    router.refresh()
  })
  const url = `${appUrl}/api/money-in/${id}`
  const sample = curlSample(url)
  return (
    <Card>
      <CardTitle><bdi>{label}</bdi></CardTitle>
      <p className="mt-1 text-sm text-muted"><bdi>{name}</bdi></p>
      <dl className="mt-3 flex flex-col gap-1 text-sm">
        <div><dt className="font-semibold">{t('address')}</dt><dd><SecretValue value={url} copyName={t('copyAddress')} /></dd></div>
      </dl>
      {secret && (
        <div role="status" className="mt-3 flex flex-col gap-2 rounded-md bg-warn-soft p-3">
          <p className="text-sm font-semibold text-warn">{t('once')}</p>
          <SecretValue value={secret} copyName={t('copySecret')} />
        </div>
      )}
      <p className="mt-3 text-sm text-muted">
        {secretChangedAt ? t.rich('since', { time: () => <ExactTime at={secretChangedAt} /> }) : t('off')}{' '}
        {lastReceivedAt && t.rich('last', { time: () => <ExactTime at={lastReceivedAt} /> })}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        {secretChangedAt ? (
          <>
            <Dialog open={isAsking} onOpenChange={setIsAsking}>
              <DialogTrigger asChild><Button variant="secondary"><KeyRound aria-hidden />{t('rotate')}</Button></DialogTrigger>
              <DialogContent
                title={t('rotate')}
                description={t('rotateText')}
                footer={<><DialogClose asChild><Button variant="secondary">{common('cancel')}</Button></DialogClose><Button pending={rotate.isPending} onClick={() => rotate.mutate({ accountId: id })}>{t('rotate')}</Button></>}
              />
            </Dialog>
            <AlertDialog
              trigger={<Button variant="secondary">{t('remove')}</Button>}
              open={isRemoving}
              onOpenChange={setIsRemoving}
              title={t('removeTitle')}
              description={t('removeText')}
              confirmLabel={t('remove')}
              danger
              pending={remove.isPending}
              onConfirm={() => remove.mutate({ accountId: id })}
            />
          </>
        ) : (
          <Button pending={rotate.isPending} onClick={() => rotate.mutate({ accountId: id })}><KeyRound aria-hidden />{t('create')}</Button>
        )}
      </div>
      <Fold title={t('sample')} className="mt-2">
        <div className="flex items-center justify-between gap-3">
          <p className="text-sm text-muted">{t('sampleText')}</p>
          <CopyButton text={sample} variant="ghost" name={t('copySample')} iconOnly />
        </div>
        <div className="mt-2"><CodeBlock label={t('sample')}>{sample}</CodeBlock></div>
      </Fold>
    </Card>
  )
}
