'use client'

import { useTranslations } from 'next-intl'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Switch } from '@/components/ui/switch'
import { openPanel } from './panel'
import { switchSingleKeys, useSingleKeys } from './single-keys'

/** Which keys there are, and the switch that turns those without a modifier off. */
export function ShortcutsDialog() {
  const t = useTranslations('keys.shortcuts')
  const isOn = useSingleKeys()
  const rows = [
    { keys: ['/'], text: t('search') },
    { keys: ['c'], text: t('newLink') },
    { keys: ['↓', '↑'], text: t('rows') },
    { keys: ['Enter'], text: t('open') },
    { keys: ['?'], text: t('help') },
    { keys: ['Ctrl K', '⌘ K'], text: t('palette') },
  ]
  return (
    <Dialog open onOpenChange={(wish) => !wish && openPanel(null)}>
      <DialogContent title={t('title')} description={t('text')}>
        <dl className="text-base md:text-sm">
          {rows.map(({ keys, text }) => (
            <div key={text} className="flex items-center justify-between gap-4 border-t py-2.5 first:border-t-0">
              <dt>{text}</dt>
              <dd className="flex shrink-0 items-center gap-1.5">
                {keys.map((key) => (
                  <kbd key={key} className="rounded-sm border border-line-strong bg-subtle px-2 py-0.5 font-sans text-sm">
                    {key}
                  </kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <div className="mt-3 border-t pt-3">
          <Switch label={t('switch')} hint={t('switchText')} checked={isOn} onChange={({ target }) => switchSingleKeys(target.checked)} />
        </div>
      </DialogContent>
    </Dialog>
  )
}
