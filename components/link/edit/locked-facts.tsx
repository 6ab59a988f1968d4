'use client'

import Link from 'next/link'
import { Copy, Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFormContext, useWatch } from 'react-hook-form'
import { buttonVariants } from '@/components/ui/button-variants'
import { Card } from '@/components/ui/card'
import type { EditableLink } from '@/lib/link/edit/queries'
import type { LinkDraft } from '../link-draft'
import { useDraftPrice } from '../use-draft-price'
import { useLinkUrl } from '../use-link-url'

/** Items and price of a link that somebody has paid or is paying, and why they stay. */
export function LockedPrice({ link: { id, usedCount, heldCount } }: { link: EditableLink }) {
  const t = useTranslations('editing.edit')
  const { control } = useFormContext<LinkDraft>()
  const items = useWatch({ control, name: 'items' })
  const { text } = useDraftPrice()
  return (
    <Card>
      <div className="flex items-baseline justify-between gap-4">
        <p className="min-w-0 font-semibold wrap-anywhere">
          {items.map(({ name, quantity }, index) => (
            <bdi key={index} className="block">
              {name}
              {quantity !== '1' && ` × ${quantity}`}
            </bdi>
          ))}
        </p>
        <p className="text-right font-bold tabular-nums">{text}</p>
      </div>
      <Reason>{t('priceLocked', { count: usedCount + heldCount })}</Reason>
      <Link href={`/links/new?from=${id}`} className={buttonVariants({ variant: 'secondary', size: 'small', className: 'mt-3' })}>
        <Copy aria-hidden />
        {t('duplicate')}
      </Link>
    </Card>
  )
}

/** The two IDs, which no edit changes. */
export function LockedIds({ link: { orderId, slug } }: { link: EditableLink }) {
  const t = useTranslations('editing.edit')
  const details = useTranslations('links.details')
  const urlOf = useLinkUrl()
  return (
    <Card aria-label={t('idsTitle')}>
      <dl className="grid gap-2 text-base md:text-sm">
        <div>
          <dt className="text-sm text-muted">{details('orderId')}</dt>
          <dd className="font-semibold wrap-anywhere">
            <bdi>{orderId}</bdi>
          </dd>
        </div>
        <div>
          <dt className="text-sm text-muted">{details('slug')}</dt>
          <dd dir="ltr" className="font-semibold wrap-anywhere">
            {urlOf(slug).replace(/^https?:\/\//, '')}
          </dd>
        </div>
      </dl>
      <Reason>{t('idsLocked')}</Reason>
    </Card>
  )
}

function Reason({ children }: { children: string }) {
  return (
    <p className="mt-3 flex items-start gap-2 text-sm text-muted">
      <Lock aria-hidden className="mt-0.5 size-4 shrink-0" />
      {children}
    </p>
  )
}
