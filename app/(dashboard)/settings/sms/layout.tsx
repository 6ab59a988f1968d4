import type { ReactNode } from 'react'
import { SectionTexts } from '@/components/shell/section-texts'

export default function SettingsSmsLayout({ children }: { children: ReactNode }) {
  return <SectionTexts of="settings/sms">{children}</SectionTexts>
}
