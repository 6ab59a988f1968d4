import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Card, CardTitle } from '@/components/ui/card'

/** Where customers go after paying, and the way to change it. @param finish null: they stay on the payment page */
export function RedirectsCard({ finish }: { finish: string | null }) {
  const t = useTranslations('profile.redirects')
  return (
    <Card>
      <CardTitle>{t('title')}</CardTitle>
      <p className="mt-1 text-base wrap-anywhere text-muted md:text-sm">{finish === null ? t('none') : t('to', { url: finish })}</p>
      <Button asChild variant="secondary" className="mt-4">
        <Link href="/settings/developers#redirects">{t('change')}</Link>
      </Button>
    </Card>
  )
}
