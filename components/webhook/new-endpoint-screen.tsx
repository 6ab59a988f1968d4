'use client'

import { useRouter } from 'next/navigation'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { PageHeader } from '@/components/shell/page-header'
import { Button } from '@/components/ui/button'
import { Form } from '@/components/ui/form'
import { createEndpointAction } from '@/lib/webhook/actions'
import { EndpointFields } from './endpoint-fields'
import { useEndpointForm } from './use-endpoint-form'
import { webhookKeys } from './webhook-keys'

export function NewEndpointScreen() {
  const t = useTranslations('webhooks')
  const common = useTranslations('common')
  const router = useRouter()
  const queryClient = useQueryClient()
  const { form, submit, formError, isPending } = useEndpointForm({
    send: createEndpointAction,
    onSuccess: ({ id, secret }) => {
      queryClient.setQueryData(webhookKeys.secret(id), { secret, previousSecret: null })
      void queryClient.invalidateQueries({ queryKey: webhookKeys.endpoints })
      // Replaced, so that "back" leads to the list and not to a form that is done.
      router.replace(`/settings/webhooks/${id}?created=1`)
    },
  })
  return (
    <>
      <PageHeader title={t('new')} parent={{ href: '/settings/webhooks', label: t('title'), here: t('new'), navigationLabel: common('breadcrumb') }} />
      <Form onSubmit={(event) => void submit(event)} className="max-w-2xl rounded-lg border bg-card">
        <div className="p-4 md:p-5">
          <EndpointFields form={form} formError={formError} />
        </div>
        <div className="sticky bottom-(--bottom-bar) rounded-b-lg border-t bg-card p-4 md:static md:p-5">
          <Button type="submit" pending={isPending} className="w-full md:w-auto">
            {t('form.create')}
          </Button>
        </div>
      </Form>
    </>
  )
}
