import { FileDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { LinkDetails } from '@/lib/link/views'

/** The invoice of a link that was made for one customer; nothing for a link that anybody may pay, or whose price is open. */
export function LinkInvoice({ link: { id, customer, openAmount } }: { link: Pick<LinkDetails, 'id' | 'customer' | 'openAmount'> }) {
  const t = useTranslations('documents')
  if (!customer || openAmount) return null
  return (
    <Button asChild variant="secondary">
      <a href={`/links/${id}/invoice.pdf`} download>
        <FileDown aria-hidden />
        {t('sellerInvoice')}
      </a>
    </Button>
  )
}
