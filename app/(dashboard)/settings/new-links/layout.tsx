import type { ReactNode } from 'react'
import { SectionTexts } from '@/components/shell/section-texts'

export default function SettingsNewLinksLayout({ children }: { children: ReactNode }) {
  return <SectionTexts of="settings/new-links">{children}</SectionTexts>
}
