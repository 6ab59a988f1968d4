'use client'

import { useId, useState } from 'react'
import { Pencil } from 'lucide-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/ui/form'
import { toast } from '@/components/ui/toast'
import { Button } from '@/components/ui/button'
import { Dialog, DialogTrigger, SheetContent } from '@/components/ui/dialog'
import { updateEndpointAction } from '@/lib/webhook/actions'
import type { EndpointView } from '@/lib/webhook/views'
import { EndpointFields } from './endpoint-fields'
import { useEndpointForm } from './use-endpoint-form'
import { webhookKeys } from './webhook-keys'

export function EditEndpointSheet({ endpoint }: { endpoint: EndpointView }) {
  const t = useTranslations('webhooks.actions')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>
        <Button variant="secondary" size="small">
          <Pencil aria-hidden />
          {t('edit')}
        </Button>
      </DialogTrigger>
      {/* Mounted anew each time it opens: what was typed and not saved is gone with it. */}
      {isOpen && <EditForm endpoint={endpoint} onClose={() => setIsOpen(false)} />}
    </Dialog>
  )
}

function EditForm({ endpoint, onClose }: { endpoint: EndpointView; onClose: () => void }) {
  const t = useTranslations('webhooks')
  const common = useTranslations('common')
  const queryClient = useQueryClient()
  const formId = useId()
  const { form, submit, formError, isPending } = useEndpointForm({
    endpoint,
    send: (input) => updateEndpointAction({ id: endpoint.id, ...input }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: webhookKeys.all })
      toast.success(t('form.saved'))
      onClose()
    },
  })
  return (
    <SheetContent
      title={t('details.title')}
      footer={
        <Button type="submit" form={formId} pending={isPending}>
          {common('save')}
        </Button>
      }
    >
      <Form id={formId} onSubmit={(event) => void submit(event)} className="pt-1">
        <EndpointFields form={form} formError={formError} />
      </Form>
    </SheetContent>
  )
}
