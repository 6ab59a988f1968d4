import type { ReactNode } from 'react'
import { SectionTexts } from '@/components/shell/section-texts'

export default function RecapLayout({ children }: { children: ReactNode }) {
  return <SectionTexts of="recap">{children}</SectionTexts>
}
