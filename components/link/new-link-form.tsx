'use client'

import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useState } from 'react'
import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { FormProvider } from 'react-hook-form'
import { useShop } from '@/components/shell/shop-context'
import { Button } from '@/components/ui/button'
import { buttonVariants } from '@/components/ui/button-variants'
import { Form } from '@/components/ui/form'
import type { LinkDefaultsContent } from '@/lib/link/defaults/content'
import type { CopiedLink } from '@/lib/link/start/queries'
import type { Offer } from '@/lib/receiving/views'
import { AddressFields } from './address-fields'
import { AmountWarning } from './amount-warning'
import { ItemRows } from './item-rows'
import type { SuggestedIds } from './link-draft'
import { LinkPreview } from './link-preview'
import { LinkTotal } from './link-total'
import { MoreOptions } from './more-options'
import { PasteChat } from './paste-chat'
import { DefaultsNote } from './start/defaults-note'
import { StartNote, type Start } from './start/start-note'
import { TemplatePicker } from './start/template-picker'
import { SubmitLabel } from './submit-label'
import { useNewLinkForm } from './use-new-link-form'

/** Knows every country's phone numbers: fetched when there is something to look over. */
const ReviewDialog = dynamic(() => import('./review-dialog').then((module) => module.ReviewDialog))

export type NewLinkFormProps = {
  ids: SuggestedIds
  shopId: string
  /** How customers of this mode can pay; none: live mode is not set up, and no link can be made. */
  offers: readonly Offer[]
  /** What the shop wants its new links to begin with. */
  defaults: LinkDefaultsContent
  /** The link that this is to be a copy of. */
  copied: CopiedLink | null
}

/** One column; on a laptop with the customer's page in small beside it. Total and button are always in reach. */
export function NewLinkForm({ ids, shopId, offers, defaults, copied }: NewLinkFormProps) {
  const t = useTranslations('links.create')
  const setup = useTranslations('mode.setup')
  const { mode, currency } = useShop()
  const { form, element, submit, review, isRestored, startOver, isPending } = useNewLinkForm({
    ids,
    // A copy has a place of its own: it must not push out a form that is half filled.
    draftOf: copied ? `${shopId}:${mode}:${copied.id}` : `${shopId}:${mode}`,
    content: copied?.content ?? { currency, ...defaults },
  })
  // Filled in from a chat: what is among the options is looked over too.
  const [fills, setFills] = useState(0)
  const [start, setStart] = useState<Start | null>(copied && { kind: 'copy', name: copied.name, dropped: copied.dropped })
  const begin = (from: Start | null) => {
    setStart(from)
    setFills(fills + 1)
  }
  const problem = form.formState.errors.root?.message

  return (
    <FormProvider {...form}>
      <Form
        ref={element}
        onSubmit={(event) => void submit(event)}
        className="flex flex-1 flex-col lg:grid lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start lg:gap-8"
      >
        <div className="flex flex-1 flex-col gap-6 pb-6">
          {isRestored && (
            <p role="status" className="flex items-center justify-between gap-x-3 rounded-md bg-subtle py-1 pr-1 pl-4 text-sm">
              {t('restored')}
              <Button variant="ghost" size="small" className="text-accent" onClick={startOver}>
                {t('startOver')}
              </Button>
            </p>
          )}
          {start && <StartNote start={start} />}
          <div className="relative">
            <TemplatePicker defaults={defaults} onStart={begin} />
            <PasteChat onFill={() => setFills(fills + 1)} />
          </div>
          <ItemRows />
          <AddressFields />
          {!copied && <DefaultsNote defaults={defaults} />}
          <MoreOptions key={fills} offers={offers} isOpenAtFirst={fills > 0 || copied !== null} />
        </div>
        <div className="max-lg:contents lg:sticky lg:top-7">
          <LinkPreview />
          <div className="border-t bg-card px-4 pt-3 pb-[calc(1rem+env(safe-area-inset-bottom))] max-lg:sticky max-lg:bottom-0 max-lg:z-20 max-md:-mx-4 md:rounded-t-lg md:border-x lg:rounded-lg lg:border lg:p-5">
            <LinkTotal />
            {mode === 'live' && <AmountWarning offers={offers} />}
            {problem && (
              <p role="alert" className="mt-2 flex items-start gap-1.5 text-sm text-bad">
                <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
                {problem}
              </p>
            )}
            {offers.length > 0 ? (
              <Button type="submit" size="large" pending={isPending} className="mt-3 w-full">
                {isPending ? t('submitting') : <SubmitLabel />}
              </Button>
            ) : (
              <>
                <p className="mt-2 text-sm text-muted">{setup('first')}</p>
                <Link href="/settings/payments" className={buttonVariants({ size: 'large', className: 'mt-3 w-full' })}>
                  {setup('goWay')}
                </Link>
              </>
            )}
          </div>
        </div>
      </Form>
      {review.draft && <ReviewDialog draft={review.draft} offers={offers} isPending={isPending} onConfirm={() => void review.confirm()} onClose={review.close} />}
    </FormProvider>
  )
}
