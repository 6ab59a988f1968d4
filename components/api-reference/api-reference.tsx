import { useTranslations } from 'next-intl'
import { BrandMark } from '@/components/shell/brand-mark'
import { LanguageSwitch } from '@/components/shell/language-switch'
import type { OperationView } from '@/lib/api/reference/operations'
import { Guides, GUIDES } from './guides'
import { OperationSection } from './operation-section'
import { Prose } from './prose'
import { ReferenceBehaviour } from './reference-behaviour'
import { ReferenceNavigation, type NavigationGroup } from './reference-navigation'

type ApiReferenceProps = { baseUrl: string; tags: readonly { name: string; description: string }[]; operations: readonly OperationView[] }

/** The whole reference. The frame speaks the reader's language, the reference itself English, as the API does. */
export function ApiReference({ baseUrl, tags, operations }: ApiReferenceProps) {
  const t = useTranslations('reference')
  const groups: NavigationGroup[] = [
    { title: t('guides'), entries: GUIDES.map(({ id, title, words }) => ({ href: `#${id}`, label: title, words })) },
    ...tags.map(({ name }) => ({
      title: name,
      entries: operations.filter(({ tag }) => tag === name).map(({ id, method, path, summary }) => ({ href: `#${id}`, label: summary, method, words: `${method} ${path}` })),
    })),
  ]
  const navigation = { groups, label: t('contents'), search: t('search'), nothing: t('nothing') }
  return (
    <div data-reference className="group/reference mx-auto max-w-384 md:grid md:grid-cols-[18rem_minmax(0,1fr)]">
      <ReferenceBehaviour />
      <aside className="border-b px-4 py-4 md:sticky md:top-0 md:h-dvh md:overflow-y-auto md:border-r md:border-b-0 md:py-6">
        <div className="flex flex-wrap items-center justify-between gap-x-3">
          <p className="flex items-center gap-3 font-bold whitespace-nowrap">
            <BrandMark />
            {t('product')}
          </p>
          <LanguageSwitch className="text-muted" />
        </div>
        <details className="mt-3 md:hidden">
          <summary className="flex min-h-11 items-center text-sm font-semibold">{t('contents')}</summary>
          <div className="pt-2"><ReferenceNavigation {...navigation} /></div>
        </details>
        <div className="mt-5 hidden md:block">
          <ReferenceNavigation {...navigation} />
        </div>
      </aside>
      <main lang="en" className="min-w-0 px-4 pb-24 md:px-8 md:py-4">
        <h1 className="pt-6 text-xl font-bold tracking-tight">Tautan API</h1>
        <Guides baseUrl={baseUrl} />
        {tags.map(({ name, description }) => (
          <div key={name} className="pt-8">
            <h2 className="text-xl font-bold tracking-tight">{name}</h2>
            <Prose className="mt-2 mb-6 max-w-3xl text-sm text-muted">{description}</Prose>
            {operations.filter(({ tag }) => tag === name).map((operation) => (
              <OperationSection key={operation.id} operation={operation} />
            ))}
          </div>
        ))}
      </main>
    </div>
  )
}
