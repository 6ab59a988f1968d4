'use client'

import en from '@/lib/i18n/messages/en/common.json'
import id from '@/lib/i18n/messages/id/common.json'
import './globals.css'

/** The root layout itself failed: nobody knows the reader's language any more, so it speaks both. */
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="id">
      <body>
        <title>{id.crash.title}</title>
        <main className="mx-auto flex max-w-lg flex-col gap-6 px-4 py-20 text-center">
          {[id, en].map(({ crash, retry: again }, index) => (
            <section key={crash.title} lang={index === 0 ? 'id' : 'en'}>
              <h1 className="text-lg font-semibold">{crash.title}</h1>
              <p className="mt-1 text-base text-muted">{crash.text}</p>
              <button type="button" onClick={() => retry()} className="mt-3 h-11 rounded-md bg-accent px-4 font-semibold text-on-accent">
                {again}
              </button>
            </section>
          ))}
        </main>
      </body>
    </html>
  )
}
