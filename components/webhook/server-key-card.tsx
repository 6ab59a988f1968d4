import Link from 'next/link'
import { KeyRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonVariants } from '@/components/ui/button-variants'
import { Card, CardTitle } from '@/components/ui/card'

/** What `signature_key` is made with, for code that was written for Midtrans; the keys themselves are on the developers' page. */
export function ServerKeyCard() {
  const t = useTranslations('webhooks.serverKey')
  return (
    <Card className="mt-4">
      <CardTitle>{t('title')}</CardTitle>
      <p className="mt-1 max-w-2xl text-base text-muted md:text-sm">{t.rich('text', { code: (name) => <code className="text-ink">{name}</code> })}</p>
      <Link href="/settings/developers" className={buttonVariants({ variant: 'secondary', size: 'small', className: 'mt-4' })}>
        <KeyRound aria-hidden />
        {t('open')}
      </Link>
    </Card>
  )
}
