import Link from 'next/link'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ModeMark } from '@/components/shell/mode-mark'
import { buttonVariants } from '@/components/ui/button-variants'
import { EditLinkForm, type EditLinkFormProps } from './edit-link-form'

/** The edit page; on a phone it has the whole screen to itself, as the create page. */
export function EditLinkScreen({ link, offers }: EditLinkFormProps) {
  const t = useTranslations('editing.edit')
  return (
    <div className="flex flex-col max-md:-mt-4 max-md:-mb-[calc(var(--bottom-bar)+1.5rem)] max-md:min-h-dvh md:-mb-6 md:min-h-[calc(100dvh-1.75rem)] lg:mx-auto lg:max-w-5xl [&_:is(input,textarea,select)]:scroll-mt-20 [&_:is(input,textarea,select)]:scroll-mb-44">
      <header className="mb-4 flex items-center justify-between gap-3 max-md:sticky max-md:top-0 max-md:z-20 max-md:-mx-4 max-md:border-b max-md:bg-card max-md:py-1.5 max-md:pr-1.5 max-md:pl-4 md:mb-5">
        <h1 className="min-w-0 flex-1 truncate text-lg font-bold tracking-tight md:text-xl">
          {t('title')} <bdi className="font-normal text-muted">{link.name}</bdi>
        </h1>
        <ModeMark className="md:hidden" />
        <Link href={`/links/${link.id}`} aria-label={t('close')} className={buttonVariants({ variant: 'ghost', size: 'icon' })}>
          <X aria-hidden />
        </Link>
      </header>
      <EditLinkForm key={link.id} link={link} offers={offers} />
    </div>
  )
}
