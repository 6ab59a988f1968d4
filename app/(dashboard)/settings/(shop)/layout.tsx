import type { ReactNode } from 'react'
import { SectionTexts } from '@/components/shell/section-texts'

export default function SettingsShopLayout({ children }: { children: ReactNode }) {
  return <SectionTexts of="settings/(shop)">{children}</SectionTexts>
}
