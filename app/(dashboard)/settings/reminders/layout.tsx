import type { ReactNode } from 'react'
import { SectionTexts } from '@/components/shell/section-texts'

export default function SettingsRemindersLayout({ children }: { children: ReactNode }) {
  return <SectionTexts of="settings/reminders">{children}</SectionTexts>
}
