'use client'

import { useId, useState } from 'react'
import { ClipboardPaste } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFormContext } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import type { ChatReading } from '@/lib/chat/parse-chat'
import { ChatUnderstood } from './chat-understood'
import { fillDraft } from './fill-draft'
import type { LinkDraft } from './link-draft'

type Filled = { reading: ChatReading; before: LinkDraft }

/** An order as it came in a chat becomes the form, for the seller to look over. The text never leaves the browser. */
export function PasteChat({ onFill }: { onFill: () => void }) {
  const t = useTranslations('chat')
  const create = useTranslations('links.create')
  const form = useFormContext<LinkDraft>()
  const [isOpen, setIsOpen] = useState(false)
  const [chat, setChat] = useState('')
  const [filled, setFilled] = useState<Filled | null>(null)
  const panelId = useId()

  const fill = async () => {
    // The rules come when there is something to read.
    const { parseChat } = await import('@/lib/chat/parse-chat')
    const reading = parseChat(chat)
    const before = filled?.before ?? structuredClone(form.getValues())
    form.reset(fillDraft(form.getValues(), reading, { shipping: t('shippingItem'), discount: create('discount') }), { keepDefaultValues: true })
    setFilled({ reading, before })
    onFill()
  }

  const undo = () => {
    if (filled) form.reset(filled.before, { keepDefaultValues: true })
    setFilled(null)
  }

  return (
    <section className="-mt-1">
      <Button variant="ghost" className="-ml-3 px-3 text-sm text-accent" aria-expanded={isOpen} aria-controls={panelId} onClick={() => setIsOpen(!isOpen)}>
        <ClipboardPaste aria-hidden />
        {t('title')}
      </Button>
      <div id={panelId} hidden={!isOpen} className="mt-2 rounded-lg border bg-card p-4">
        {isOpen && (
          <div className="flex flex-col gap-3">
            <Field label={t('label')} hint={t('hint')}>
              {(control) => <Textarea {...control} rows={5} autoFocus value={chat} placeholder={t('placeholder')} onChange={({ target }) => setChat(target.value)} />}
            </Field>
            <div className="flex flex-wrap gap-2">
              <Button variant="secondary" disabled={chat.trim() === ''} onClick={() => void fill()}>
                {t('fill')}
              </Button>
              {filled && (
                <Button variant="ghost" onClick={undo}>
                  {t('undo')}
                </Button>
              )}
            </div>
            <div role="status">{filled && <ChatUnderstood reading={filled.reading} />}</div>
          </div>
        )}
      </div>
    </section>
  )
}
