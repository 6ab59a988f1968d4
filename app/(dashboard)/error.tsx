'use client'

import { Crash } from '@/components/shell/crash'

export default function DashboardError({ retry }: { retry: () => void }) {
  return <Crash onRetry={retry} />
}
