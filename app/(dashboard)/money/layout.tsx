import type { ReactNode } from 'react'
import { SectionTexts } from '@/components/shell/section-texts'

export default function MoneyLayout({ children }: { children: ReactNode }) {
  return <SectionTexts of="money">{children}</SectionTexts>
}
