import type { ReactNode } from 'react'
import { SectionTexts } from '@/components/shell/section-texts'

export default function LinksBulkLayout({ children }: { children: ReactNode }) {
  return <SectionTexts of="links/bulk">{children}</SectionTexts>
}
