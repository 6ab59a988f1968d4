'use client'

import { Crash } from '@/components/shell/crash'

export default function ErrorPage({ retry }: { retry: () => void }) {
  return (
    <main className="mx-auto max-w-lg px-4 py-20">
      <Crash onRetry={retry} />
    </main>
  )
}
