import type { ReactNode } from 'react'
import { SectionTexts } from '@/components/shell/section-texts'

export default function SettingsVerificationLayout({ children }: { children: ReactNode }) {
  return <SectionTexts of="settings/verification">{children}</SectionTexts>
}
