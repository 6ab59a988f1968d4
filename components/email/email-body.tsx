'use client'

import { useTranslations } from 'next-intl'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'

/** The message as its reader sees it. Shut away from this page: no scripts, no forms, an origin of its own. */
export function EmailBody({ subject, html, text }: { subject: string; html: string; text: string }) {
  const t = useTranslations('outbox')
  return (
    <Tabs defaultValue="html">
      <TabsList aria-label={t('message')} className="md:w-72">
        <TabsTrigger value="html">{t('asSent')}</TabsTrigger>
        <TabsTrigger value="text">{t('asText')}</TabsTrigger>
      </TabsList>
      <TabsContent value="html" className="mt-3">
        <iframe sandbox="" srcDoc={html} title={t('frameTitle', { subject })} className="h-200 w-full rounded-lg border bg-card" />
      </TabsContent>
      <TabsContent value="text" className="mt-3">
        <pre className="overflow-x-auto rounded-lg border bg-card p-4 font-mono text-sm wrap-anywhere whitespace-pre-wrap">{text}</pre>
      </TabsContent>
    </Tabs>
  )
}
