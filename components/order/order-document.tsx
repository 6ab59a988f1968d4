import { FileDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { DocumentKind } from '@/lib/document/rules'

/** The order's receipt or invoice as a file. */
export function OrderDocument({ id, kind }: { id: string; kind: DocumentKind }) {
  const t = useTranslations('documents')
  return (
    <Button asChild variant="secondary" className="mt-4">
      <a href={`/orders/${id}/document.pdf?kind=${kind}`} download>
        <FileDown aria-hidden />
        {t(kind === 'receipt' ? 'sellerReceipt' : 'sellerInvoice')}
      </a>
    </Button>
  )
}
