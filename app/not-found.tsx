import { MissingPage } from '@/components/shell/missing-page'

export default function NotFound() {
  return (
    <main className="mx-auto max-w-lg px-4 py-20">
      <MissingPage />
    </main>
  )
}
