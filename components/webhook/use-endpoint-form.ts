'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { useFormAction } from '@/components/ui/use-form-action'
import type { Result } from '@/lib/platform/result'
import { endpointSchema, type EndpointInput, type EndpointValues } from '@/lib/webhook/schema'

/** As the action wants it, but "all of them" is said with a switch of its own, and choosing none is a mistake. */
const endpointFormSchema = endpointSchema
  .extend({ isEveryEvent: z.boolean() })
  .refine(({ isEveryEvent, events }) => isEveryEvent || events.length > 0, { path: ['events'], error: 'eventsRequired' })

export type EndpointDraft = z.input<typeof endpointFormSchema>

type EndpointForm<Value> = { endpoint?: EndpointInput; send: (values: EndpointValues) => Promise<Result<Value>>; onSuccess: (value: Value) => void }

/** The form of a webhook, new or known. */
export function useEndpointForm<Value>({ endpoint, send, onSuccess }: EndpointForm<Value>) {
  const { url, description, events, retryPolicy } = endpoint ?? NEW
  const form = useForm({
    resolver: zodResolver(endpointFormSchema),
    defaultValues: { url, description, events: [...events], retryPolicy, isEveryEvent: events.length === 0 },
  })
  const action = useFormAction(form, {
    send: ({ isEveryEvent, ...input }) => send({ ...input, events: isEveryEvent ? [] : input.events }),
    onSuccess,
  })
  return { form, ...action }
}

const NEW: EndpointInput = { url: '', description: '', events: [], retryPolicy: 'standard' }
