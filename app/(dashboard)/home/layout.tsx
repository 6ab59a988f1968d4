import type { ReactNode } from 'react'
import { SectionTexts } from '@/components/shell/section-texts'

export default function HomeLayout({ children }: { children: ReactNode }) {
  return <SectionTexts of="home">{children}</SectionTexts>
}
