'use client'

import dynamic from 'next/dynamic'
import { useFormContext, useWatch } from 'react-hook-form'
import type { LinkDraft } from './link-draft'

/** Knows every country's phone numbers: fetched for a link that has a customer, which most have not. */
const SendingFields = dynamic(() => import('./sending-fields').then((module) => module.SendingFields))

export function SendingSection() {
  const { control } = useFormContext<LinkDraft>()
  return useWatch({ control, name: 'isForOneCustomer' }) ? <SendingFields /> : null
}
