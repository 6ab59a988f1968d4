import type { ReactNode } from 'react'
import { SectionTexts } from '@/components/shell/section-texts'

export default function SettingsMessagesLayout({ children }: { children: ReactNode }) {
  return <SectionTexts of="settings/messages">{children}</SectionTexts>
}
