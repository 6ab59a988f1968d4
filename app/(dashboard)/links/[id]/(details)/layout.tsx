import type { ReactNode } from 'react'
import { SectionTexts } from '@/components/shell/section-texts'

export default function LinksIdDetailsLayout({ children }: { children: ReactNode }) {
  return <SectionTexts of="links/[id]/(details)">{children}</SectionTexts>
}
