'use client'

import { useTranslations } from 'next-intl'
import { useFormContext } from 'react-hook-form'
import { Switch } from '@/components/ui/switch'
import type { LinkDraft } from './link-draft'

export function ReviewSwitch() {
  const t = useTranslations('sending.form')
  const { register } = useFormContext<LinkDraft>()
  return <Switch label={t('wantsReview')} hint={t('wantsReviewHint')} {...register('wantsReview')} />
}
