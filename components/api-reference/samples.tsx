import { useId } from 'react'
import { LANGUAGES, type Language } from '@/lib/api/reference/samples'
import { cn } from '@/components/ui/cn'
import { CodeBlock } from './code-block'

export type SampleWords = { language: string; copy: string; copied: string }

const NAMES: Record<Language, string> = { curl: 'curl', node: 'Node', php: 'PHP', python: 'Python' }

/** Shown by the chosen radio button, without a script. Whole class names, so that Tailwind finds them. */
const SHOWN: Record<Language, string> = {
  curl: 'group-has-[input[value=curl]:checked]/samples:block',
  node: 'group-has-[input[value=node]:checked]/samples:block',
  php: 'group-has-[input[value=php]:checked]/samples:block',
  python: 'group-has-[input[value=python]:checked]/samples:block',
}

/** The same program in several languages, one at a time. */
export function Samples({ title, samples, words }: { title: string; samples: Partial<Record<Language, string>>; words: SampleWords }) {
  const name = useId()
  const languages = LANGUAGES.filter((language) => samples[language] !== undefined)
  return (
    <fieldset className="group/samples min-w-0">
      <legend className="sr-only">{`${words.language}: ${title}`}</legend>
      <div className="mb-2 flex gap-1 overflow-x-auto rounded-md bg-subtle p-1">
        {languages.map((language, index) => (
          <label key={language} className="relative flex h-11 flex-1 items-center justify-center rounded-sm px-3 text-sm font-semibold text-muted has-checked:bg-card has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent md:h-9">
            <input type="radio" name={name} value={language} defaultChecked={index === 0} data-language className="absolute inset-0 cursor-pointer opacity-0" />
            {NAMES[language]}
          </label>
        ))}
      </div>
      {languages.map((language) => (
        <div key={language} data-sample={language} className={cn('hidden', SHOWN[language])}>
          <CodeBlock label={`${title}, ${NAMES[language]}`} copy={words.copy} copied={words.copied}>
            {samples[language] ?? ''}
          </CodeBlock>
        </div>
      ))}
    </fieldset>
  )
}
