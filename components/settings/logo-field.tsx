'use client'

import { useRef } from 'react'
import { useMutation } from '@tanstack/react-query'
import { ImagePlus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { AppFailure, unwrap } from '@/components/shell/unwrap'
import { Button } from '@/components/ui/button'
import { useErrorText } from '@/components/ui/error-text'
import { jpegOfHeic } from '@/components/ui/jpeg-of-heic'
import { removeLogoAction } from '@/lib/shop/profile/actions'
import { LOGO_PROBLEMS, MAX_LOGO_BYTES, type LogoProblem } from '@/lib/shop/profile/views'

class LogoRefused extends Error {
  readonly problem: LogoProblem | 'failed'

  constructor(problem: LogoProblem | 'failed') {
    super(problem)
    this.problem = problem
  }
}

/** Choosing, replacing and removing the shop's logo. @param address where it lies; null: none */
export function LogoField({ address }: { address: string | null }) {
  const t = useTranslations('profile.logo')
  const { describe } = useErrorText()
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const onSuccess = () => router.refresh()
  const upload = useMutation({ mutationFn: send, onSuccess })
  const removal = useMutation({ mutationFn: () => unwrap(removeLogoAction({})), onSuccess, onMutate: () => upload.reset() })
  const problem = textOf(upload.error ?? removal.error)
  return (
    <div className="flex items-start gap-4">
      {address === null ? (
        <span aria-hidden className="flex size-16 shrink-0 items-center justify-center rounded-lg border border-dashed border-line-strong text-muted">
          <ImagePlus className="size-6" />
        </span>
      ) : (
        // eslint-disable-next-line @next/next/no-img-element -- drawn small already, under an address that caches for ever
        <img src={address} alt={t('alt')} width={64} height={64} className="size-16 shrink-0 rounded-lg border bg-card" />
      )}
      <div className="min-w-0">
        <p className="text-base font-semibold md:text-sm">{t('label')}</p>
        <p id="logo-hint" className="mt-0.5 text-sm text-muted">{t('hint')}</p>
        <div className="mt-2 flex flex-wrap gap-2">
          <input
            ref={input}
            type="file"
            accept="image/jpeg,image/png,image/webp,image/heic,image/heif"
            aria-label={t('label')}
            aria-describedby="logo-hint"
            tabIndex={-1}
            className="sr-only"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? []
              if (file) {
                removal.reset()
                upload.mutate(file)
              }
              event.currentTarget.value = ''
            }}
          />
          <Button variant="secondary" pending={upload.isPending} onClick={() => input.current?.click()}>
            <ImagePlus aria-hidden />
            {t(address === null ? 'choose' : 'replace')}
          </Button>
          {address !== null && (
            <Button variant="ghost" pending={removal.isPending} onClick={() => removal.mutate()}>
              <Trash2 aria-hidden />
              {t('remove')}
            </Button>
          )}
        </div>
        <p role="status" className="mt-2 text-sm text-ok empty:hidden">{upload.isSuccess ? t('kept') : removal.isSuccess && t('removed')}</p>
        {problem && <p role="alert" className="mt-2 text-sm text-bad">{problem}</p>}
      </div>
    </div>
  )

  function textOf(error: Error | null): string | null {
    if (error instanceof LogoRefused) return t(`problems.${error.problem}`)
    return error && describe(error instanceof AppFailure ? error.error : { kind: 'unexpected' })
  }
}

async function send(chosen: File): Promise<void> {
  const file = (await jpegOfHeic(chosen)) ?? chosen
  // Said at once: nobody on a slow line should send megabytes to be refused.
  if (file.size > MAX_LOGO_BYTES) throw new LogoRefused('tooLarge')
  const response = await fetch('/api/logo', { method: 'PUT', body: file }).catch(() => null)
  if (response?.ok) return
  const { problem } = ((await response?.json().catch(() => null)) ?? {}) as { problem?: string }
  throw new LogoRefused(LOGO_PROBLEMS.find((known) => known === problem) ?? 'failed')
}
