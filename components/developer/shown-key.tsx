'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { DialogClose, DialogContent } from '@/components/ui/dialog'
import { SecretValue } from '@/components/ui/secret-value'

/** A key in clear, new or asked for. */
export function ShownKey({ title, text, value }: { title: string; text: string; value: string }) {
  const t = useTranslations('developers.keys')
  return (
    <DialogContent
      title={title}
      description={text}
      footer={
        <DialogClose asChild>
          <Button>{t('done')}</Button>
        </DialogClose>
      }
    >
      <SecretValue value={value} copyName={t('copyKey')} />
      <p className="mt-3 text-sm text-muted">{t('secret')}</p>
    </DialogContent>
  )
}
