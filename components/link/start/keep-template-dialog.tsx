'use client'

import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { KeepTemplateForm } from './keep-template-form'

/** Keeps a link that there is as a template. */
export function KeepTemplateDialog({ link, onClose }: { link: { id: string; name: string }; onClose: () => void }) {
  const t = useTranslations('editing.templates')
  const done = (text: string) => {
    toast.success(text)
    onClose()
  }
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent title={t('keep')}><KeepTemplateForm linkId={link.id} name={[...link.name].slice(0, 50).join('')} onKept={done} /></DialogContent>
    </Dialog>
  )
}
