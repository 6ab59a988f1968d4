import type { ReactNode } from 'react'
import { SectionTexts } from '@/components/shell/section-texts'

export default function SettingsLettersLayout({ children }: { children: ReactNode }) {
  return <SectionTexts of="settings/letters">{children}</SectionTexts>
}
