import type { ReactNode } from 'react'
import { SectionTexts } from '@/components/shell/section-texts'

export default function LinksImportLayout({ children }: { children: ReactNode }) {
  return <SectionTexts of="links/import">{children}</SectionTexts>
}
