import type { ReactNode } from 'react'
import { SectionTexts } from '@/components/shell/section-texts'

export default function LinksListLayout({ children }: { children: ReactNode }) {
  return <SectionTexts of="links/(list)">{children}</SectionTexts>
}
