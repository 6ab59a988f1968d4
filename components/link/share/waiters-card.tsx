'use client'

import { useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { useShop } from '@/components/shell/shop-context'
import { unwrap } from '@/components/shell/unwrap'
import { Button } from '@/components/ui/button'
import { Card, CardTitle } from '@/components/ui/card'
import { RelativeTime } from '@/components/ui/relative-time'
import type { LinkSummary } from '@/lib/link/views'
import { eraseWaiterAction } from '@/lib/share/actions'
import type { Waiter } from '@/lib/waiter/views'
import { linkKeys } from '../link-keys'
import { useLinkUrl } from '../use-link-url'
import { WhatsappIcon } from '@/components/message/whatsapp-icon'
import { whatsappUrl } from '@/components/message/whatsapp-url'
import { shareQuery } from './share-queries'

/** Who wants to be told when the link takes orders again, the longest first, each with one tap. */
export function WaitersCard({ link }: { link: Pick<LinkSummary, 'id' | 'slug' | 'name' | 'status'> }) {
  const t = useTranslations('share.waiters')
  const { name: shop } = useShop()
  const url = useLinkUrl()(link.slug)
  const client = useQueryClient()
  const { data } = useQuery(shareQuery(link.id))
  // Erased on the server, and here until the seller leaves: WhatsApp may not have opened.
  const [told, setTold] = useState<Waiter[]>([])
  const { mutate } = useMutation({
    mutationFn: (waiter: Waiter) => unwrap(eraseWaiterAction({ id: waiter.id })),
    onMutate: (waiter) => setTold((before) => [...before, waiter]),
    onError: (_, waiter) => {
      setTold((before) => before.filter(({ id }) => id !== waiter.id))
      toast.error(t('failed'))
    },
    onSettled: () => client.invalidateQueries({ queryKey: linkKeys.share(link.id) }),
  })
  const waiting = (data?.waiters ?? []).filter(({ id }) => !told.some((other) => other.id === id))
  if (waiting.length + told.length === 0) return null
  const messageTo = ({ phone }: Waiter) => whatsappUrl({ number: phone, text: t('message', { shop, item: link.name, url }) })

  return (
    <Card className="mb-4">
      <CardTitle>{t('title', { count: waiting.length })}</CardTitle>
      <p className="mt-1 text-sm text-muted">{t(link.status === 'active' ? 'textOpen' : 'text')}</p>
      <ul className="mt-3">
        {waiting.map((waiter) => (
          <li key={waiter.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t py-2">
            <span className="min-w-0 text-sm">
              <span className="block font-semibold tabular-nums">{readable(waiter.phone)}</span>
              <RelativeTime at={waiter.at} className="text-xs text-muted" />
            </span>
            <Button asChild variant="secondary" size="small">
              <a href={messageTo(waiter)} target="_blank" rel="noopener" aria-label={t('tellNamed', { phone: readable(waiter.phone) })} onClick={() => mutate(waiter)}>
                <WhatsappIcon />
                {t('tell')}
              </a>
            </Button>
          </li>
        ))}
        {told.map((waiter) => (
          <li key={waiter.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t py-2 text-sm text-muted">
            <span className="flex items-center gap-2 tabular-nums">
              <Check aria-hidden className="size-4 text-ok" />
              {t('told', { phone: readable(waiter.phone) })}
            </span>
            <a href={messageTo(waiter)} target="_blank" rel="noopener" className="py-2.5 font-semibold text-accent hover:underline">
              {t('again')}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** `0812-3456-7890`; a number of another country with its plus. */
function readable(phone: string): string {
  return phone.startsWith('62') ? `0${phone.slice(2)}`.replace(/^(\d{4})(\d{4})(\d+)$/, '$1-$2-$3') : `+${phone}`
}
