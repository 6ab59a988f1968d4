import type { ReactNode } from 'react'
import { SettingsFrame } from '@/components/settings/settings-frame'
import { SectionTexts } from '@/components/shell/section-texts'

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <SectionTexts of="settings">
      <SettingsFrame>{children}</SettingsFrame>
    </SectionTexts>
  )
}
