import type { CheckoutOrder } from '@/lib/checkout/views'
import type { DocumentKind } from '@/lib/document/rules'
import type { Wording } from '@/lib/i18n/wording'
import { Icon } from './icon'

type Props = { wording: Wording; order: Pick<CheckoutOrder, 'slug' | 'token'>; kind: DocumentKind; className: string }

/** An order's paper, as a file to keep: a plain link, so it works without JavaScript. */
export function DocumentLink({ wording, order: { slug, token }, kind, className }: Props) {
  return (
    <a href={`/p/${slug}/${token}/${kind}.pdf?lang=${wording.locale}`} className={`${className} screen-only`}>
      <Icon name="download" />
      {wording.documents(kind === 'receipt' ? 'download' : 'downloadInvoice')}
    </a>
  )
}
