import type { ReactNode } from 'react'
import { SectionTexts } from '@/components/shell/section-texts'

export default function ExportsLayout({ children }: { children: ReactNode }) {
  return <SectionTexts of="exports">{children}</SectionTexts>
}
