import type { ReactNode } from 'react'
import { SectionTexts } from '@/components/shell/section-texts'

export default function LinksNewLayout({ children }: { children: ReactNode }) {
  return <SectionTexts of="links/new">{children}</SectionTexts>
}
