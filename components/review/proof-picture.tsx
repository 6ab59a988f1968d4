'use client'

import { ImageOff, ZoomIn } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import type { ClaimView } from '@/lib/claim/views'
import { PictureViewer } from './picture-viewer'

type Props = { claim: Pick<ClaimView, 'id' | 'version' | 'hasPicture' | 'wasErased' | 'orderId'> }

/** The proof, small; on a tap in a window of its own. */
export function ProofPicture({ claim: { id, version, hasPicture, wasErased, orderId } }: Props) {
  const t = useTranslations('review.proof')
  if (!hasPicture) {
    return (
      <p className="flex w-24 shrink-0 flex-col items-center gap-1 rounded-md bg-subtle px-2 py-3 text-center text-xs text-muted">
        <ImageOff aria-hidden className="size-5" />
        {t(wasErased ? 'erased' : 'none')}
      </p>
    )
  }
  // Another proof is another picture to the browser.
  const source = `/review/proof/${id}.jpg?v=${version}`
  const alt = t('alt', { order: orderId })
  return (
    <Dialog>
      <DialogTrigger className="relative size-24 shrink-0 overflow-hidden rounded-md border bg-subtle">
        {/* eslint-disable-next-line @next/next/no-img-element -- private, and shrunk already: next/image would keep a copy */}
        <img src={source} alt={alt} loading="lazy" className="size-full object-cover object-top" />
        <span aria-hidden className="absolute right-1 bottom-1 rounded-full bg-card p-1"><ZoomIn className="size-4" /></span>
      </DialogTrigger>
      <DialogContent title={t('title')} description={t('hint')} className="md:max-w-3xl">
        <PictureViewer source={source} alt={alt} />
      </DialogContent>
    </Dialog>
  )
}
