import Link from 'next/link'
import { Compass } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { buttonVariants } from '@/components/ui/button-variants'
import { EmptyState } from '@/components/ui/empty-state'

export async function MissingPage() {
  const t = await getTranslations('common')
  return (
    <>
      <title>{`${t('notFound.title')} · ${t('appName')}`}</title>
      <EmptyState
        icon={<Compass aria-hidden />}
        heading="h1"
        title={t('notFound.title')}
        action={
          <Link href="/links" className={buttonVariants()}>
            {t('notFound.home')}
          </Link>
        }
      >
        {t('notFound.text')}
      </EmptyState>
    </>
  )
}
