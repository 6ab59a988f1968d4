import type { ReactNode } from 'react'
import { getLocale } from 'next-intl/server'
import { sectionTexts, type Section } from '@/lib/i18n/dashboard-texts'
import { MoreTexts } from './more-texts'

/** For the layout of a folder: what the scripts of its pages say, which the frame does not bring. */
export async function SectionTexts({ of, children }: { of: Section; children: ReactNode }) {
  return <MoreTexts texts={sectionTexts(of, await getLocale())}>{children}</MoreTexts>
}
