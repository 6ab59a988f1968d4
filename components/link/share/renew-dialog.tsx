'use client'

import { useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { AppFailure, unwrap } from '@/components/shell/unwrap'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { useErrorText } from '@/components/ui/error-text'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { MAX_USAGE_LIMIT } from '@/lib/link/schema'
import type { LinkSummary } from '@/lib/link/views'
import { renewLinkAction } from '@/lib/share/actions'
import { linkKeys } from '../link-keys'
import { shareQuery } from './share-queries'

export type RenewedLink = Pick<LinkSummary, 'id' | 'name'>

/** Opens a closed link again after one question, whose answers are filled in. */
export function RenewDialog({ link, onClose }: { link: RenewedLink | null; onClose: () => void }) {
  return link && <Question key={link.id} link={link} onClose={onClose} />
}

const DAY = 24 * 60
const PERIODS = [DAY, 3 * DAY, 7 * DAY, 30 * DAY]

function Question({ link, onClose }: { link: RenewedLink; onClose: () => void }) {
  const t = useTranslations('share.renew')
  const client = useQueryClient()
  const { describe } = useErrorText()
  const { data, isError } = useQuery(shareQuery(link.id))
  const renewal = data?.renewal ?? null
  const [typedPlaces, setPlaces] = useState<string | null>(null)
  const [chosenMinutes, setMinutes] = useState<number | null>(null)
  const places = typedPlaces ?? String(renewal?.places ?? '')
  const minutes = chosenMinutes ?? renewal?.minutes ?? null
  const isPlacesWrong = renewal?.places != null && !/^[1-9]\d{0,6}$/.test(places.trim())
  const { mutate, isPending } = useMutation({
    mutationFn: () => unwrap(renewLinkAction({ id: link.id, places: renewal?.places == null ? null : Number(places), minutes: renewal?.minutes == null ? null : minutes })),
    onSuccess: () => toast.success(t('done'), data && data.waiters.length > 0 ? { description: t('waiting', { count: data.waiters.length }), duration: 10_000 } : {}),
    onError: (error) => toast.error(describe(error instanceof AppFailure ? error.error : { kind: 'unexpected' })),
    onSettled: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: linkKeys.all })
    },
  })

  return (
    <AlertDialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('title')}
      description={t.rich(data && !renewal ? 'isOpen' : isError ? 'failed' : 'text', { name: () => <bdi className="font-semibold wrap-anywhere text-ink">{link.name}</bdi> })}
      confirmLabel={t('confirm')}
      pending={isPending || (!data && !isError)}
      onConfirm={() => (renewal ? !isPlacesWrong && mutate() : onClose())}
    >
      <div className="mt-4 flex flex-col gap-4">
        {renewal?.places != null && (
          <Field label={t('places')} hint={t('placesHint')} error={isPlacesWrong ? 'usageLimit' : undefined}>
            {(control) => <Input {...control} inputMode="numeric" value={places} maxLength={String(MAX_USAGE_LIMIT).length} onChange={(event) => setPlaces(event.currentTarget.value)} />}
          </Field>
        )}
        {renewal?.minutes != null && minutes !== null && (
          <Field label={t('period')} hint={t('periodHint')}>
            {(control) => (
              <Select {...control} value={minutes} onChange={(event) => setMinutes(Number(event.currentTarget.value))}>
                {[...new Set([renewal.minutes ?? DAY, ...PERIODS])].map((length) => (
                  <option key={length} value={length}>
                    {length === renewal.minutes ? t('asBefore', { length: lengthOf(length) }) : lengthOf(length)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
      </div>
    </AlertDialog>
  )

  function lengthOf(length: number): string {
    if (length % DAY === 0 || length > 2 * DAY) return t('days', { count: Math.round(length / DAY) })
    return length % 60 === 0 || length > 120 ? t('hours', { count: Math.round(length / 60) }) : t('minutes', { count: length })
  }
}
