import type { ReactNode } from 'react'
import { SectionTexts } from '@/components/shell/section-texts'

export default function LinksLayout({ children }: { children: ReactNode }) {
  return <SectionTexts of="links">{children}</SectionTexts>
}
