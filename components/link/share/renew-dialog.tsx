'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { MAX_USAGE_LIMIT } from '@/lib/link/fields'
import { useLengthText } from './use-length-text'
import type { Renewal, Renewed } from './use-renewal'

/** Other places and another period for a link that was just opened again. Closing it leaves what was done. */
export function RenewDialog({ renewal }: { renewal: Renewal }) {
  const { changing } = renewal
  return changing && <Question key={`${changing.link.id} ${changing.opened.version}`} renewed={changing} renewal={renewal} />
}

const DAY = 24 * 60
const PERIODS = [DAY, 3 * DAY, 7 * DAY, 30 * DAY]

function Question({ renewed, renewal }: { renewed: Renewed; renewal: Renewal }) {
  const t = useTranslations('share.renew')
  const lengthOf = useLengthText()
  const { link, opened } = renewed
  const [places, setPlaces] = useState(String(opened.places ?? ''))
  const [minutes, setMinutes] = useState(opened.minutes)
  const isPlacesWrong = opened.places !== null && !/^[1-9]\d{0,6}$/.test(places.trim())

  return (
    <AlertDialog
      open
      onOpenChange={(isOpen) => !isOpen && renewal.setChanging(null)}
      title={t('title')}
      description={t.rich('text', { name: () => <bdi className="font-semibold wrap-anywhere text-ink">{link.name}</bdi> })}
      confirmLabel={t('confirm')}
      pending={renewal.isChanging}
      onConfirm={() => !isPlacesWrong && renewal.change({ ...renewed, places: opened.places === null ? null : Number(places), minutes })}
    >
      <div className="mt-4 flex flex-col gap-4">
        {opened.places !== null && (
          <Field label={t('places')} hint={t('placesHint')} error={isPlacesWrong ? 'usageLimit' : undefined}>
            {(control) => <Input {...control} inputMode="numeric" value={places} maxLength={String(MAX_USAGE_LIMIT).length} onChange={(event) => setPlaces(event.currentTarget.value)} />}
          </Field>
        )}
        {opened.minutes !== null && minutes !== null && (
          <Field label={t('period')} hint={t('periodHint')}>
            {(control) => (
              <Select {...control} value={minutes} onChange={(event) => setMinutes(Number(event.currentTarget.value))}>
                {[...new Set([opened.minutes ?? DAY, ...PERIODS])].map((length) => (
                  <option key={length} value={length}>
                    {length === opened.minutes ? t('asNow', { length: lengthOf(length) }) : lengthOf(length)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
      </div>
    </AlertDialog>
  )
}
