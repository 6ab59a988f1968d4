import type { ReactNode } from 'react'
import { getLocale } from 'next-intl/server'
import './globals.css'

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()}>
      <body>{children}</body>
    </html>
  )
}
