import type { ReactNode } from 'react'
import { SectionTexts } from '@/components/shell/section-texts'

export default function SettingsDevelopersLayout({ children }: { children: ReactNode }) {
  return <SectionTexts of="settings/developers">{children}</SectionTexts>
}
