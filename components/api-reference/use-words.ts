import { useTranslations } from 'next-intl'
import type { FieldWords } from './field-list'
import type { SampleWords } from './samples'

/** The words of the frame, for parts that are drawn many times. */
export function useWords(): { fields: FieldWords; samples: SampleWords } {
  const t = useTranslations('reference')
  return {
    fields: { required: t('required'), optional: t('optional'), fieldsOf: t('fieldsOf') },
    samples: { language: t('language'), copy: t('copy'), copied: t('copied') },
  }
}
