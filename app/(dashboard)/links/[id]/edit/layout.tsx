import type { ReactNode } from 'react'
import { SectionTexts } from '@/components/shell/section-texts'

export default function LinksIdEditLayout({ children }: { children: ReactNode }) {
  return <SectionTexts of="links/[id]/edit">{children}</SectionTexts>
}
