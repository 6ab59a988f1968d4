'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { AppFailure, unwrap } from '@/components/shell/unwrap'
import { Card, CardTitle } from '@/components/ui/card'
import { useErrorText } from '@/components/ui/error-text'
import { Skeleton } from '@/components/ui/skeleton'
import { Switch } from '@/components/ui/switch'
import { showCardPriceAction } from '@/lib/share/actions'
import { linkKeys } from '../link-keys'
import { CardPicture } from './card-picture'
import { ChatPreview } from './chat-preview'
import { shareQuery } from './share-queries'

/** What a chat shows of this link, and the two things that the seller may change about it. */
export function ShareCardPanel({ id }: { id: string }) {
  const t = useTranslations('share.card')
  const client = useQueryClient()
  const { describe } = useErrorText()
  const { data } = useQuery(shareQuery(id))
  const { mutate, isPending, variables } = useMutation({
    mutationFn: (showsPrice: boolean) => unwrap(showCardPriceAction({ id, showsPrice })),
    onError: (error) => toast.error(describe(error instanceof AppFailure ? error.error : { kind: 'unexpected' })),
    onSettled: () => client.invalidateQueries({ queryKey: linkKeys.share(id) }),
  })
  return (
    <Card className="mt-4">
      <CardTitle>{t('title')}</CardTitle>
      <p className="mt-1 text-sm text-muted">{t('text')}</p>
      {data ? (
        <div className="mt-4 flex flex-col gap-4 xl:flex-row xl:gap-6">
          <ChatPreview card={data.card} />
          <div className="flex min-w-0 flex-1 flex-col gap-3">
            <Switch
              label={t('showsPrice')}
              hint={t('showsPriceHint')}
              checked={isPending ? variables : data.card.showsPrice}
              onChange={(event) => mutate(event.currentTarget.checked)}
            />
            <CardPicture id={id} hasPicture={data.card.hasPicture} />
            <p className="text-xs text-muted">{t('cached')}</p>
          </div>
        </div>
      ) : (
        <Skeleton className="mt-4 aspect-[1200/630] w-full max-w-sm" />
      )}
    </Card>
  )
}
