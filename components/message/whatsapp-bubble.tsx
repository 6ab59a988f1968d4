'use client'

import { markupOf, type Markup } from '@/lib/message/markup'

const STYLES = { plain: '', bold: 'font-bold', italic: 'italic', strike: 'line-through' } as const satisfies Record<Markup['style'], string>

const ADDRESS = /(https?:\/\/\S+)/

/** A message as its reader sees it: WhatsApp's styles, addresses coloured. */
export function WhatsappBubble({ text, label }: { text: string; label: string }) {
  return (
    <div role="region" aria-label={label} className="rounded-lg bg-subtle p-4">
      <p dir="auto" className="ml-auto w-fit max-w-full rounded-lg rounded-tr-none bg-ok-soft px-3.5 py-2.5 text-sm wrap-anywhere whitespace-pre-wrap text-ink">
        {markupOf(text).map(({ text: part, style }, index) => (
          <span key={index} className={STYLES[style]}>
            {part.split(ADDRESS).map((piece, place) => (place % 2 === 1 ? <span key={place} className="text-on-accent-soft underline">{piece}</span> : piece))}
          </span>
        ))}
      </p>
    </div>
  )
}
