import Link from 'next/link'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

/** An empty shop: shows what a link becomes, a message that a customer taps, and where to begin. */
export function FirstLink() {
  const t = useTranslations('links')
  return (
    <div className="flex flex-col items-center rounded-lg border bg-card px-6 py-12 text-center">
      <div aria-hidden className="w-56 rounded-xl bg-subtle p-3">
        <div className="ml-6 rounded-lg rounded-br-sm bg-accent-soft p-3">
          <div className="h-2 w-24 rounded-full bg-on-accent-soft/40" />
          <div className="mt-2 flex items-center gap-2 rounded-md bg-card p-2">
            <div className="grid size-8 shrink-0 place-items-center rounded-sm bg-accent text-sm font-bold text-on-accent">Rp</div>
            <div className="flex-1">
              <div className="h-2 w-16 rounded-full bg-muted/50" />
              <div className="mt-1.5 h-2 w-10 rounded-full bg-muted/30" />
            </div>
          </div>
        </div>
        <div className="mt-2.5 mr-16 rounded-lg rounded-bl-sm bg-card p-3">
          <div className="h-2 w-20 rounded-full bg-ok/60" />
        </div>
      </div>
      <h2 className="mt-6 text-base font-semibold">{t('list.empty.title')}</h2>
      <p className="mt-1 max-w-sm text-base text-muted md:text-sm">{t('list.empty.text')}</p>
      <Button asChild className="mt-5">
        <Link href="/links/new">
          <Plus aria-hidden />
          {t('newLink')}
        </Link>
      </Button>
    </div>
  )
}
