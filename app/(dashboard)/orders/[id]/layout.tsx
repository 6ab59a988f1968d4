import type { ReactNode } from 'react'
import { SectionTexts } from '@/components/shell/section-texts'

export default function OrdersIdLayout({ children }: { children: ReactNode }) {
  return <SectionTexts of="orders/[id]">{children}</SectionTexts>
}
