import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Card, CardTitle } from '@/components/ui/card'
import { IntentLink } from '@/components/ui/intent-link'
import { RelativeTime } from '@/components/ui/relative-time'
import type { Home } from '@/lib/home/views'

/** Links that close within days while they could still be paid. */
export function ExpiringLinks({ links, hasMore }: Home['expiring']) {
  const t = useTranslations('home.expiring')
  return (
    <Card className="min-w-0">
      <CardTitle>{t('title')}</CardTitle>
      <p className="mt-1 text-sm text-muted">{t('note')}</p>
      {links.length === 0 && <p className="mt-4 text-sm text-muted">{t('empty')}</p>}
      <ul className="mt-2">
        {links.map(({ id, name, expiresAt }) => (
          <li key={id} className="border-t first:border-t-0">
            <IntentLink href={`/links/${id}`} className="-mx-2 flex min-h-11 items-center justify-between gap-3 rounded-md px-2 py-2 hover:bg-subtle">
              <span className="truncate font-semibold">
                <bdi>{name}</bdi>
              </span>
              <RelativeTime at={expiresAt} className="text-sm text-muted" />
            </IntentLink>
          </li>
        ))}
      </ul>
      {hasMore && (
        <p className="mt-2 text-sm text-muted">
          {t('more')}{' '}
          <Link href="/links?status=active" className="inline-flex min-h-11 items-center font-semibold text-accent hover:underline md:min-h-0">
            {t('all')}
          </Link>
        </p>
      )}
    </Card>
  )
}
