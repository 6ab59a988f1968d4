import 'server-only'
import { wordingOf } from '@/lib/i18n/wording'
import { EmailColumn, EmailDocument } from './email-document'
import { shortened } from './harmless-text'
import type { Letter } from './letter'
import { plainText } from './plain-text'

export type RenderedEmail = { subject: string; html: string; text: string }

/** What the column `subject` holds. */
const SUBJECT_MAX = 255

/** Draws a letter: well under a millisecond, since every placed order waits for one. */
export async function renderEmail(letter: Letter): Promise<RenderedEmail> {
  // Next refuses this import where it can see it.
  const { renderToStaticMarkup } = await import('react-dom/server')
  const testRibbon = wordingOf(letter.locale).email('testRibbon')
  const column = renderToStaticMarkup(<EmailColumn letter={letter} testRibbon={testRibbon} />)
  return {
    subject: shortened(letter.subject, SUBJECT_MAX),
    html: `<!doctype html>${renderToStaticMarkup(<EmailDocument letter={letter} column={column} />)}`,
    text: plainText(letter, testRibbon),
  }
}
