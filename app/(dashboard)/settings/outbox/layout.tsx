import type { ReactNode } from 'react'
import { SectionTexts } from '@/components/shell/section-texts'

export default function SettingsOutboxLayout({ children }: { children: ReactNode }) {
  return <SectionTexts of="settings/outbox">{children}</SectionTexts>
}
