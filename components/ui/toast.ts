import type { ExternalToast, toast as Sonner } from 'sonner'

type Say = (text: string, options?: ExternalToast) => void
type Ways = Record<'success' | 'error' | 'info', Say> & { dismiss: (...which: [id?: string]) => void }

let begin: (toast: typeof Sonner) => void = () => {}
// Not `Promise.withResolvers`: phones of 2023 do not have it.
const begun = new Promise<typeof Sonner>((resolve) => (begin = resolve))

/** The {@link Toaster} is there, and whatever was said until now is shown. */
export const beginToasts = (toast: typeof Sonner): void => begin(toast)

const said = (say: (toast: typeof Sonner) => unknown): void => void begun.then(say)

/**
 * Short notes at the edge of the screen, as sonner has them: `toast(…)`, `toast.success(…)`, `toast.error(…)`, `toast.info(…)`. Its code and
 * style come once the page stands; what is said before is shown then, in turn.
 */
export const toast = Object.assign<Say, Ways>(
  (text, options) => said((sonner) => sonner(text, options)),
  {
    success: (text, options) => said((sonner) => sonner.success(text, options)),
    error: (text, options) => said((sonner) => sonner.error(text, options)),
    info: (text, options) => said((sonner) => sonner.info(text, options)),
    dismiss: (...which) => said((sonner) => sonner.dismiss(...which)),
  },
)
