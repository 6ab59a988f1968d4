'use client'

import { useState } from 'react'
import dynamic from 'next/dynamic'
import { useSearchParams } from 'next/navigation'
import { useQuery } from '@tanstack/react-query'
import { BookmarkPlus, Settings2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { FilterChip, FilterChips } from '@/components/ui/filter-chip'
import { showAddress } from '@/components/ui/show-address'
import { viewQuery, type ListName } from '@/lib/saved-view/view-query'
import { viewsQuery } from './view-queries'

// Their code, forms and all, comes when one is first opened.
const ManageViews = dynamic(() => import('./manage-views').then((module) => module.ManageViews), { ssr: false })
const SaveViewDialog = dynamic(() => import('./save-view-dialog').then((module) => module.SaveViewDialog), { ssr: false })

/** The shop's named searches above a list. Nothing while there is none and nothing to name. */
export function SavedViews({ list }: { list: ListName }) {
  const t = useTranslations('views')
  const { data: views = [] } = useQuery(viewsQuery(list))
  const current = viewQuery(list, useSearchParams().toString())
  const [open, setOpen] = useState<'save' | 'manage' | null>(null)
  const isKnown = views.some(({ query }) => query === current)
  const canSave = current !== '' && !isKnown
  const show = (query: string) => showAddress(`/${list}${query && `?${query}`}`)

  return (
    <>
      {(views.length > 0 || canSave) && (
        <div className="mb-3">
          <FilterChips label={t('label')}>
            {views.map(({ id, name, query }) => (
              <FilterChip key={id} pressed={query === current} onPress={() => show(query === current ? '' : query)}>
                <bdi>{name}</bdi>
              </FilterChip>
            ))}
            {canSave && (
              <Button variant="ghost" size="small" className="text-accent md:h-11" onClick={() => setOpen('save')}>
                <BookmarkPlus aria-hidden />
                {t('save')}
              </Button>
            )}
            {views.length > 0 && (
              <Button variant="ghost" size="icon" className="md:size-11" aria-label={t('manage')} title={t('manage')} onClick={() => setOpen('manage')}>
                <Settings2 aria-hidden />
              </Button>
            )}
          </FilterChips>
        </div>
      )}
      {open === 'save' && <SaveViewDialog list={list} query={current} onClose={() => setOpen(null)} />}
      {open === 'manage' && <ManageViews list={list} views={views} onClose={() => setOpen(null)} />}
    </>
  )
}
