import type { ReactNode } from 'react'
import { CARD } from './classes'
import { Icon, type IconName } from './icon'

type Props = { icon: IconName; tone: 'ok' | 'warn' | 'bad'; title: string; children: ReactNode }

const TONES = { ok: 'bg-ok-soft text-ok', warn: 'bg-warn-soft text-warn', bad: 'bg-bad-soft text-bad' } as const

/** What the page has to say, when it is one thing. */
export function MessageCard({ icon, tone, title, children }: Props) {
  return (
    <section className={`${CARD} px-6 py-8 text-center`}>
      <span className={`${TONES[tone]} mx-auto flex size-16 items-center justify-center rounded-full`}>
        <Icon name={icon} className="size-7" />
      </span>
      <h1 className="mt-4 text-lg font-bold break-words">{title}</h1>
      <div className="mt-2 flex flex-col gap-1 break-words text-muted">{children}</div>
    </section>
  )
}
