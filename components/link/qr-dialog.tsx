'use client'

import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { drawQr } from './draw-qr'
import { useLinkUrl } from './use-link-url'

/** The link as a picture, on the screen and to take along. Open while there is a slug. */
export function QrDialog({ slug, onClose }: { slug: string | null; onClose: () => void }) {
  const t = useTranslations('links.qr')
  const url = useLinkUrl()(slug ?? '')
  const { data, isError, refetch } = useQuery({
    queryKey: ['qr', url],
    queryFn: () => drawQr(url),
    enabled: slug !== null,
    staleTime: Infinity,
    retry: false,
  })

  return (
    <Dialog open={slug !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={t('title')}
        description={t('text')}
        className="md:max-w-sm"
        footer={
          data && (
            <>
              <Button asChild variant="secondary" className="md:flex-1">
                <a href={data.svg} download={`${slug}.svg`}>
                  <Download aria-hidden />
                  {t('svg')}
                </a>
              </Button>
              <Button asChild className="md:flex-1">
                <a href={data.png} download={`${slug}.png`}>
                  <Download aria-hidden />
                  {t('png')}
                </a>
              </Button>
            </>
          )
        }
      >
        <div className="mx-auto aspect-square w-full max-w-64" aria-busy={!data && !isError}>
          {/* eslint-disable-next-line @next/next/no-img-element -- drawn here: there is nothing to fetch or to shrink */}
          {data && <img src={data.svg} alt={t('alt', { url })} className="size-full rounded-md" />}
          {isError && <ErrorState title={t('failed')} onRetry={() => void refetch()} />}
          {!data && !isError && <Skeleton className="size-full" />}
        </div>
        <p dir="ltr" className="mt-3 text-center text-sm wrap-anywhere text-muted">
          {url}
        </p>
      </DialogContent>
    </Dialog>
  )
}
