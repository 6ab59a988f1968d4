import type { ReactNode } from 'react'
import { SectionTexts } from '@/components/shell/section-texts'

export default function OrdersListLayout({ children }: { children: ReactNode }) {
  return <SectionTexts of="orders/(list)">{children}</SectionTexts>
}
