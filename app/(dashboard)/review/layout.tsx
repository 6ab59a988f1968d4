import type { ReactNode } from 'react'
import { SectionTexts } from '@/components/shell/section-texts'

export default function ReviewLayout({ children }: { children: ReactNode }) {
  return <SectionTexts of="review">{children}</SectionTexts>
}
