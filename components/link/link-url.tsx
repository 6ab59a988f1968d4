'use client'

import { cn } from '@/components/ui/cn'
import { useLinkUrl } from './use-link-url'

/** The public address, to read and to open. */
export function LinkUrl({ slug, className }: { slug: string; className?: string }) {
  const urlOf = useLinkUrl()
  return (
    <a href={urlOf(slug)} target="_blank" rel="noopener" dir="ltr" className={cn('block font-semibold wrap-anywhere hover:underline', className)}>
      {urlOf('').replace(/^https?:\/\//, '')}
      <span className="inline-block max-w-full text-accent">{slug}</span>
    </a>
  )
}
