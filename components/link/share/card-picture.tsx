'use client'

import { useRef } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ImagePlus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { AppFailure, unwrap } from '@/components/shell/unwrap'
import { Button } from '@/components/ui/button'
import { useErrorText } from '@/components/ui/error-text'
import { jpegOfHeic } from '@/components/ui/jpeg-of-heic'
import { removeCardPictureAction } from '@/lib/share/actions'
import { PICTURE_PROBLEMS, PICTURE_TYPES, type PictureProblem } from '@/lib/share/schema'
import { linkKeys } from '../link-keys'

const MAX_BYTES = 10 * 1024 * 1024

class PictureRefused extends Error {
  readonly problem: PictureProblem | 'failed'

  constructor(problem: PictureProblem | 'failed') {
    super(problem)
    this.problem = problem
  }
}

/** Choosing, replacing and removing the product picture on a link's card. */
export function CardPicture({ id, hasPicture }: { id: string; hasPicture: boolean }) {
  const t = useTranslations('share.picture')
  const { describe } = useErrorText()
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const onSettled = () => client.invalidateQueries({ queryKey: linkKeys.share(id) })
  const upload = useMutation({ mutationFn: (file: File) => send(id, file), onSettled })
  const removal = useMutation({ mutationFn: () => unwrap(removeCardPictureAction({ id })), onSettled, onMutate: () => upload.reset() })
  const problem = textOf(upload.error ?? removal.error)

  return (
    <div>
      <p className="text-sm font-medium">{t('label')}</p>
      <p id={`${id}-picture`} className="mt-0.5 text-sm text-muted">{t('hint')}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <input
          ref={input}
          type="file"
          accept={PICTURE_TYPES}
          aria-label={t('label')}
          aria-describedby={`${id}-picture`}
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? []
            if (file) upload.mutate(file)
            event.currentTarget.value = ''
          }}
        />
        <Button variant="secondary" pending={upload.isPending} onClick={() => input.current?.click()}>
          <ImagePlus aria-hidden />
          {t(hasPicture ? 'replace' : 'choose')}
        </Button>
        {hasPicture && (
          <Button variant="ghost" pending={removal.isPending} onClick={() => removal.mutate()}>
            <Trash2 aria-hidden />
            {t('remove')}
          </Button>
        )}
      </div>
      <p role="status" className="mt-2 text-sm text-ok empty:hidden">{upload.isSuccess && !removal.isSuccess && t('kept')}</p>
      {problem && <p role="alert" className="mt-2 text-sm text-bad">{problem}</p>}
    </div>
  )

  function textOf(error: Error | null): string | null {
    if (error instanceof PictureRefused) return t(`problems.${error.problem}`)
    return error && describe(error instanceof AppFailure ? error.error : { kind: 'unexpected' })
  }
}

async function send(id: string, chosen: File): Promise<void> {
  const file = (await jpegOfHeic(chosen)) ?? chosen
  // Said at once: nobody on a slow line should send ten megabytes to be refused.
  if (file.size > MAX_BYTES) throw new PictureRefused('tooLarge')
  const response = await fetch(`/api/links/${id}/picture`, { method: 'PUT', body: file })
  if (response.ok) return
  const { problem } = (await response.json().catch(() => ({}))) as { problem?: string }
  throw new PictureRefused(PICTURE_PROBLEMS.find((known) => known === problem) ?? 'failed')
}
