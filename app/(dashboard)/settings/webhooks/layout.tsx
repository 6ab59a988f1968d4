import type { ReactNode } from 'react'
import { SectionTexts } from '@/components/shell/section-texts'

export default function SettingsWebhooksLayout({ children }: { children: ReactNode }) {
  return <SectionTexts of="settings/webhooks">{children}</SectionTexts>
}
