'use client'

import { useTranslations } from 'next-intl'
import { useFormContext, useWatch } from 'react-hook-form'
import { needsReview, type LinkDraft } from './link-draft'

/** What the button does next: makes the link, or shows it first. */
export function SubmitLabel() {
  const t = useTranslations('links.create')
  const sending = useTranslations('sending.form')
  const { control } = useFormContext<LinkDraft>()
  const [isForOneCustomer, customer, wish, wantsReview] = useWatch({ control, name: ['isForOneCustomer', 'customer', 'sending', 'wantsReview'] })
  return needsReview({ isForOneCustomer, customer, sending: wish, wantsReview }) ? sending('review') : t('submit')
}
