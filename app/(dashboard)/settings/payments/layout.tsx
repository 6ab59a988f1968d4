import type { ReactNode } from 'react'
import { SectionTexts } from '@/components/shell/section-texts'

export default function SettingsPaymentsLayout({ children }: { children: ReactNode }) {
  return <SectionTexts of="settings/payments">{children}</SectionTexts>
}
