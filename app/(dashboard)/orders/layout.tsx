import type { ReactNode } from 'react'
import { SectionTexts } from '@/components/shell/section-texts'

export default function OrdersLayout({ children }: { children: ReactNode }) {
  return <SectionTexts of="orders">{children}</SectionTexts>
}
