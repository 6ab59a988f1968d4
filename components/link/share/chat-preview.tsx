import { useTranslations } from 'next-intl'
import type { ShareCard } from '@/lib/share/views'

/** A link as a chat shows it: the very picture that WhatsApp fetches, with the words below it. */
export function ChatPreview({ card: { image, title, description, host } }: { card: ShareCard }) {
  const t = useTranslations('share.card')
  return (
    <figure className="w-full max-w-sm">
      <div className="overflow-hidden rounded-lg border bg-accent-soft p-1.5 text-left">
        {/* eslint-disable-next-line @next/next/no-img-element -- what a chat fetches, byte by byte */}
        <img src={image} alt={t('imageAlt', { title })} width={1200} height={630} className="block aspect-[1200/630] h-auto w-full rounded-md bg-subtle object-cover" />
        <div className="px-2 pt-2 pb-1.5 text-sm text-on-accent-soft">
          <p className="truncate font-semibold" dir="auto">{title}</p>
          <p className="line-clamp-2 wrap-anywhere" dir="auto">{description}</p>
          <p className="mt-0.5 truncate text-xs">{host}</p>
        </div>
      </div>
      <figcaption className="mt-1.5 text-xs text-muted">{t('caption')}</figcaption>
    </figure>
  )
}
