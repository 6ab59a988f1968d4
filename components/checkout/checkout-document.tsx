import type { ReactNode } from 'react'
import type { Wording } from '@/lib/i18n/wording'
import { SCRIPT_VERSION } from './generated/assets'

export type Head = {
  title: string
  description: string
  /** What a chat shows of the address; absent for pages that nobody shares. */
  preview?: { url: string; image: string }
  /** After so many seconds a browser without JavaScript asks again, there. */
  refresh?: { afterSeconds: number; url: string }
}

type Props = {
  wording: Wording
  head: Head
  /** The styles, or what stands for them until the page is sent. */
  css: string
  /** The shop's own colours, over those; null: ours. */
  accentCss: string | null
  children: ReactNode
}

/** Only without JavaScript: buttons that would do nothing are not shown. Its hash stands in the content security policy. */
export const NO_SCRIPT_CSS = '.script-only{display:none!important}'

export function CheckoutDocument({ wording, head: { title, description, preview, refresh }, css, accentCss, children }: Props) {
  return (
    <html lang={wording.locale} className="font-sans">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="description" content={description} />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        {preview && <Preview title={title} description={description} locale={wording.locale} {...preview} />}
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: css }} />
        {accentCss !== null && <style dangerouslySetInnerHTML={{ __html: accentCss }} />}
        <noscript>
          <style dangerouslySetInnerHTML={{ __html: NO_SCRIPT_CSS }} />
          {refresh && <meta httpEquiv="refresh" content={`${refresh.afterSeconds};url=${refresh.url}`} />}
        </noscript>
        <script defer src={`/pay.js?v=${SCRIPT_VERSION}`} />
      </head>
      <body>
        {children}
        <div data-announce="" role="status" className="sr-only" />
      </body>
    </html>
  )
}

type PreviewProps = { title: string; description: string; locale: string; url: string; image: string }

function Preview({ title, description, locale, url, image }: PreviewProps) {
  return (
    <>
      <link rel="canonical" href={url} />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={url} />
      <meta property="og:locale" content={locale === 'id' ? 'id_ID' : 'en_GB'} />
      <meta property="og:image" content={image} />
      <meta property="og:image:type" content="image/jpeg" />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={title} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  )
}
